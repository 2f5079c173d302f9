package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ComparedDay;
import org.sessiondesk.intake.ComparedSession;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.SessionLine;

/** The daily comparison in sentences. */
final class ComparedWords {

    private final SiteTimes times;

    ComparedWords(SiteTimes times) {
        this.times = times;
    }

    /** {@code 870 compared, 868 same, 2 differ}, and what else there was. */
    String counts(ComparedDay day) {
        var words = new StringBuilder(t("intake.compared.day", day.compared(), day.same(), day.differ()));
        if (day.vanished() > 0) {
            words.append(", ").append(t("intake.compared.vanished", day.vanished()));
        }
        if (day.unreadable() > 0) {
            words.append(", ").append(t("intake.compared.unreadable", day.unreadable()));
        }
        return words.toString();
    }

    /** How far a pass of several days is; empty where a day was enough. */
    Optional<String> pass(ComparedDay day) {
        if (day.days() <= 1) {
            return Optional.empty();
        }
        String key =
                day.leftOver() != null && day.leftOver() == 0 ? "intake.compared.whole-pass" : "intake.compared.pass";
        return Optional.of(t(key, day.passDay(), day.days(), day.cameTo(), day.total()));
    }

    /** {@code Wed 3 Jun 05:56: 870 compared, 868 same, 2 differ}. */
    String dated(ComparedDay day) {
        return times.dated(day.startedAt()) + ": " + counts(day);
    }

    /** A session's name for its link. */
    String session(ComparedSession found, @Nullable SessionLine line) {
        if (line == null) {
            return t("intake.compared.unknown", found.ontimeId().toString());
        }
        String none = t("intake.compared.none");
        return t(
                "intake.compared.session",
                line.driver() == null ? none : line.driver(),
                line.vehicle() == null ? none : line.vehicle(),
                line.logIn() == null ? none : times.dated(line.logIn()));
    }

    /** What was found of it. */
    String what(ComparedSession found) {
        return t("intake.compared.what." + found.what(), fields(found.fields()));
    }

    private static String fields(List<org.sessiondesk.session.SessionField> fields) {
        return fields.stream().map(field -> t("sessions.field." + field)).collect(Collectors.joining(", "));
    }
}
