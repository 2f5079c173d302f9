package org.sessiondesk.morning;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mail.javamail.MimeMessagePreparator;

/** Sends one mail to everybody who is to have it; nobody sees who else got it. */
final class MorningMail {

    private static final String NOBODY_SHOWN = "undisclosed-recipients:;";

    private final MorningSettings settings;
    private final @Nullable JavaMailSender sender;

    /** @throws ImpossibleSetting if one of several who are written to would be shown to the others as the sender */
    MorningMail(MorningSettings settings, @Nullable JavaMailSender sender) {
        if (settings.from().isBlank() && settings.to().size() > 1) {
            throw new ImpossibleSetting(
                    "SESSIONDESK_MORNING_FROM",
                    "is missing: SESSIONDESK_MORNING_TO names several people, and none of them is shown to the others",
                    "desk@example.com");
        }
        this.settings = settings;
        this.sender = sender;
    }

    boolean isOn() {
        return settings.isOn() && sender != null;
    }

    /** @throws MailException if it isn't known that a server took it; {@link MailOutcome#of} says what is known */
    void send(String subject, String text) {
        if (sender == null) {
            throw new IllegalStateException("nobody is written to");
        }
        MimeMessagePreparator mail = message -> {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.sender());
            if (settings.to().size() == 1) {
                helper.setTo(settings.to().getFirst());
            } else {
                message.setHeader("To", NOBODY_SHOWN);
                helper.setBcc(settings.to().toArray(String[]::new));
            }
            helper.setSubject(subject);
            helper.setText(text, false);
            message.setHeader("Auto-Submitted", "auto-generated");
        };
        sender.send(mail);
    }
}
