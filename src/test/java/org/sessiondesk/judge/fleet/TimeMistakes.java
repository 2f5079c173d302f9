package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.session.SessionValues;

/** Log-ins and log-outs that weren't then. */
final class TimeMistakes {

    private static final Duration OPEN_AT_MOST = Duration.ofHours(14);

    private final Dice dice;
    private final Month month;

    TimeMistakes(Month month, Dice dice) {
        this.dice = dice;
        this.month = month;
    }

    /** Empty where this drive gives no occasion for it. */
    Optional<SessionValues> make(Kind kind, Drive drive) {
        if (!month.over(drive)) {
            return Optional.empty();
        }
        return switch (kind) {
            case FORGOTTEN_LOG_OUT -> forgotten(drive);
            case CLOSED_BY_MACHINE -> closedByMachine(drive);
            case LOG_OUT_BEFORE_LOG_IN -> logOutBeforeLogIn(drive);
            case LOG_IN_IN_FUTURE -> inFuture(drive);
            case TRANSPOSED_DIGITS,
                    DROPPED_DIGIT,
                    DOUBLED_DIGIT,
                    NEIGHBOUR_KEY,
                    WRONG_DIGIT,
                    START_AND_END_SWAPPED,
                    TRIP_METER_AT_END,
                    TRIP_METER_AT_START,
                    WRONG_VEHICLE,
                    MILES_FOR_KILOMETRES,
                    DUPLICATE,
                    OVERLAP_BY_WRONG_TIME,
                    ZERO_DISTANCE,
                    SESSION_MISSING,
                    IMPOSSIBLE_DISTANCE -> Optional.empty();
        };
    }

    private Optional<SessionValues> forgotten(Drive drive) {
        return drive.logIn().plus(OPEN_AT_MOST).isAfter(month.now())
                ? Optional.empty()
                : Optional.of(times(drive, drive.logIn(), null, unasked(drive)));
    }

    /** The next log-in or midnight closes it; of some the driver told the reading later. */
    private Optional<SessionValues> closedByMachine(Drive drive) {
        Instant closed;
        if (dice.chance(0.6)) {
            var next = month.nextBy(drive).map(Drive::logIn);
            if (next.isEmpty() || !next.get().isAfter(drive.logOut())) {
                return Optional.empty();
            }
            closed = next.get();
        } else {
            closed = local(drive.logOut())
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(month.zone())
                    .toInstant()
                    .minusSeconds(dice.chance(0.8) ? 0 : 1);
        }
        if (closed.isAfter(month.now())) {
            return Optional.empty();
        }
        boolean told = drive.measured() && dice.chance(0.5);
        return Optional.of(times(
                drive,
                drive.logIn(),
                closed,
                told ? Integer.valueOf(drive.readings().end()) : unasked(drive)));
    }

    private @Nullable Integer unasked(Drive drive) {
        return drive.measured() && dice.chance(0.2) ? Integer.valueOf(0) : null;
    }

    /** The other half of the clock, the day before, or each in the place of the other. */
    private Optional<SessionValues> logOutBeforeLogIn(Drive drive) {
        var in = drive.logIn();
        var out = drive.logOut();
        switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> out = local(out).minusHours(12).toInstant();
            case 4, 5, 6 -> out = local(out).minusDays(1).toInstant();
            case 7, 8 -> in = local(in).plusHours(12).toInstant();
            default -> {
                in = drive.logOut();
                out = drive.logIn();
            }
        }
        return out.isBefore(in) && !in.isAfter(month.now()) ? Optional.of(moved(drive, in, out)) : Optional.empty();
    }

    /** A month or a year too late, or day and month in each other's place. */
    private Optional<SessionValues> inFuture(Drive drive) {
        var was = local(drive.logIn());
        var in = switch (dice.between(0, 3)) {
            case 0 -> was.plusMonths(1);
            case 1 -> was.plusYears(1);
            case 2 ->
                was.getDayOfMonth() > 12
                        ? was.plusDays(30)
                        : was.withDayOfMonth(1).withMonth(was.getDayOfMonth()).withDayOfMonth(was.getMonthValue());
            default -> was.plusDays(dice.between(7, 20));
        };
        if (!in.toInstant().isAfter(month.now())) {
            return Optional.empty();
        }
        var out = dice.chance(0.7) ? in.plus(drive.length()).toInstant() : drive.logOut();
        return Optional.of(moved(drive, in.toInstant(), out));
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(month.zone());
    }

    static SessionValues moved(Drive drive, Instant in, @Nullable Instant out) {
        return times(drive, in, out, drive.values().endMileage());
    }

    private static SessionValues times(Drive drive, Instant in, @Nullable Instant out, @Nullable Integer end) {
        var values = drive.values();
        return new SessionValues(values.driver(), values.vehicle(), values.type(), in, out, values.startMileage(), end);
    }
}
