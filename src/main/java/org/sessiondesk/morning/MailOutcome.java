package org.sessiondesk.morning;

import jakarta.mail.SendFailedException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** What is known of a mail after it was to leave. */
enum MailOutcome {
    /** A server took it. */
    TAKEN,
    /** No server has it: nobody answered, or one refused it in so many words. */
    FAILED,
    /** It was on its way when the server was heard no more. */
    UNKNOWN;

    private static final Pattern REFUSAL = Pattern.compile("[45]\\d\\d\\b");

    static MailOutcome of(MailException e) {
        if (e instanceof MailAuthenticationException
                || e instanceof MailParseException
                || e instanceof MailPreparationException) {
            return FAILED;
        }
        if (e instanceof MailSendException failed) {
            var failures = List.of(failed.getMessageExceptions());
            if (failures.isEmpty()) {
                // It had been taken; only saying good-bye failed.
                return TAKEN;
            }
            // Spring gives the failure to connect as the reason, and as that of each mail.
            return failures.stream().allMatch(each -> each == failed.getCause() || isRefusal(each)) ? FAILED : UNKNOWN;
        }
        return UNKNOWN;
    }

    /** A server's refusal begins with its number, here or in what is said of an address; a connection that was cut has none. */
    private static boolean isRefusal(@Nullable Exception failure) {
        if (!(failure instanceof SendFailedException refused)) {
            return false;
        }
        var words = refused.getMessage();
        return words != null && REFUSAL.matcher(words).lookingAt() || isRefusal(refused.getNextException());
    }
}
