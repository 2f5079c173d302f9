package org.sessiondesk.delivery;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.health.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue's two kinds of task: one that sends for a session, one that finds what was left without a task. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DeliveryConfiguration.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final Duration UNTIL_TOLD = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** What a dead instance had in hand runs at once; the library's own revival goes by this machine's clock. */
    @Bean
    Task<Void> deliveryTask(
            DeliveryWorker worker,
            DeliveryTasks tasks,
            Gate gate,
            DeliverySettings settings,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        return Tasks.custom(DeliveryTasks.NAME, Void.class)
                .onFailure((complete, operations) -> {
                    var session = complete.getExecution().taskInstance.getId();
                    var cause = complete.getCause();
                    if (cause.flatMap(DatabaseTrouble::of).isEmpty()) {
                        log.error(
                                "Sending for session {} failed by a fault of ours; it is tried again",
                                session,
                                cause.orElse(null));
                    }
                    end(
                            session,
                            () -> operations.reschedule(
                                    complete, clock.instant().plus(settings.retry())));
                })
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((task, context) -> {
                    var session = UUID.fromString(task.getId());
                    boolean passed = worker.run(session);
                    return (complete, operations) -> end(
                            task.getId(),
                            () -> transaction.executeWithoutResult(status -> {
                                var next = tasks.next(session);
                                var opens = passed ? Optional.<Instant>empty() : gate.holdsBackUntil(Errand.SENDING);
                                finish(complete, operations, next, opens);
                            }));
                });
    }

    /**
     * Says what is next for a task, as soon as the database can be told: otherwise the task would look as if somebody
     * worked on it until that somebody counts as dead.
     */
    private static void end(String session, Runnable ending) {
        for (long began = System.nanoTime(); ; ) {
            try {
                ending.run();
                return;
            } catch (ExecutionException e) {
                log.info("Sending for session {} was taken over while this instance stood still", session);
                return;
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isEmpty() || System.nanoTime() - began > UNTIL_TOLD.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("this instance is stopped");
        }
    }

    private static void finish(
            ExecutionComplete complete,
            ExecutionOperations<Void> operations,
            Optional<Instant> next,
            Optional<Instant> opens) {
        if (next.isEmpty()) {
            operations.stop();
        } else {
            operations.reschedule(
                    complete, opens.filter(time -> time.isAfter(next.get())).orElse(next.get()));
        }
    }

    @Bean
    RecurringTask<Void> deliverySweep(DeliveryTasks tasks, InstantSource clock) {
        return Tasks.recurring("delivery-sweep", FixedDelay.of(SWEEP))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .execute((task, context) -> tasks.sweep());
    }

    /** Nothing of Java's own serialisation enters the database. */
    @Bean
    DbSchedulerCustomizer taskDataAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }
}
