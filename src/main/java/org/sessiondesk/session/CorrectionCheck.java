package org.sessiondesk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Problem;
import org.springframework.stereotype.Component;

/** What a person may not type, by NAMES.md's list; everything else is said on screen and saved all the same. */
@Component
class CorrectionCheck {

    /** The most an odometer shows, in the site's unit. */
    static final int MOST_MILEAGE = 1_999_999;

    static final int LONGEST_NOTE = 2_000;

    private final Sessions sessions;
    private final Roster roster;

    CorrectionCheck(Sessions sessions, Roster roster) {
        this.sessions = sessions;
        this.roster = roster;
    }

    /** What is wrong with these values, of which only the changed ones are looked at. */
    List<FieldProblem> problems(SessionValues values, Set<SessionField> changed, Reason reason, @Nullable String note) {
        var problems = new ArrayList<FieldProblem>();
        for (var field : changed) {
            var problem = problem(field, values);
            if (problem != null) {
                problems.add(new FieldProblem(field.name(), problem));
            }
        }
        problems.addAll(timeProblems(values, changed));
        problems.addAll(noteProblems(reason, note));
        return problems;
    }

    /**
     * What is wrong with values of which the changed ones are as they were before. Whom OnTime has by now isn't asked: it
     * had them then.
     */
    List<FieldProblem> problemsOfFormer(SessionValues values, Set<SessionField> changed) {
        var problems = new ArrayList<FieldProblem>();
        if (changed.contains(SessionField.LOG_IN) && values.logIn() == null) {
            problems.add(new FieldProblem(SessionField.LOG_IN.name(), Problem.MISSING));
        }
        if (changed.contains(SessionField.DRIVER) && values.driver() == null) {
            problems.add(new FieldProblem(SessionField.DRIVER.name(), Problem.MISSING));
        }
        problems.addAll(timeProblems(values, changed));
        return problems;
    }

    private @Nullable Problem problem(SessionField field, SessionValues values) {
        return switch (field) {
            case LOG_IN -> values.logIn() == null ? Problem.MISSING : null;
            case DRIVER -> driverProblem(values.driver());
            case VEHICLE -> vehicleProblem(values.vehicle());
            case START_MILEAGE -> mileageProblem(values.startMileage());
            case END_MILEAGE -> mileageProblem(values.endMileage());
            case LOG_OUT, TYPE -> null;
        };
    }

    private @Nullable Problem driverProblem(@Nullable UUID driver) {
        if (driver == null) {
            return Problem.MISSING;
        }
        boolean known =
                !roster.drivers(List.of(driver)).isEmpty() || sessions.existsByDriverIdAndDiscardedFalse(driver);
        return known ? null : Problem.UNKNOWN;
    }

    private @Nullable Problem vehicleProblem(@Nullable UUID vehicle) {
        if (vehicle == null) {
            return null;
        }
        boolean known =
                !roster.vehicles(List.of(vehicle)).isEmpty() || sessions.existsByVehicleIdAndDiscardedFalse(vehicle);
        return known ? null : Problem.UNKNOWN;
    }

    private static @Nullable Problem mileageProblem(@Nullable Integer mileage) {
        return mileage != null && (mileage < 0 || mileage > MOST_MILEAGE) ? Problem.OUT_OF_RANGE : null;
    }

    /** A log-out before the log-in, where one of them was changed. */
    List<FieldProblem> timeProblems(SessionValues values, Set<SessionField> changed) {
        boolean timeChanged = changed.contains(SessionField.LOG_IN) || changed.contains(SessionField.LOG_OUT);
        boolean backwards = values.logIn() != null
                && values.logOut() != null
                && values.logOut().isBefore(values.logIn());
        return timeChanged && backwards
                ? List.of(new FieldProblem(SessionField.LOG_OUT.name(), Problem.LOG_OUT_BEFORE_LOG_IN))
                : List.of();
    }

    static List<FieldProblem> noteProblems(Reason reason, @Nullable String note) {
        var text = Objects.requireNonNullElse(note, "");
        if (reason == Reason.OTHER && text.isBlank()) {
            return List.of(new FieldProblem("NOTE", Problem.MISSING));
        }
        if (text.length() > LONGEST_NOTE) {
            return List.of(new FieldProblem("NOTE", Problem.TOO_LONG));
        }
        return text.indexOf('\0') >= 0 ? List.of(new FieldProblem("NOTE", Problem.UNREADABLE)) : List.of();
    }
}
