package org.sessiondesk.morning;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Looks each minute, on one instance, whether the morning line is due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MorningSettings.class)
class MorningConfiguration {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** Somebody is to be written to, and nobody said through whom: that is told at the start, not some morning. */
    @Bean
    MorningMail morningMail(MorningSettings settings, ObjectProvider<JavaMailSender> sender) {
        var through = sender.getIfAvailable();
        if (settings.isOn() && through == null) {
            throw new ImpossibleSetting(
                    "SPRING_MAIL_HOST",
                    "is missing: SESSIONDESK_MORNING_TO names who is written to, and nobody says through which server",
                    "smtp.example.com");
        }
        return new MorningMail(settings, through);
    }

    @Bean
    RecurringTask<Void> morningTask(MorningLine line, InstantSource clock) {
        return Tasks.recurring("morning-line", FixedDelay.of(LOOK))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((task, context) -> line.sendIfDue());
    }
}
