package org.sessiondesk.judge.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.judge.fleet.Drive.Odometer;
import org.sessiondesk.session.SessionValues;

/** What people write instead of an odometer reading, or beside the right one. */
final class ReadingMistakes {

    private static final int MOVED = 15;

    private final Dice dice;
    private final Slips slips;
    private final Month month;
    private final List<UUID> vans;

    ReadingMistakes(Month month, Dice dice) {
        this.dice = dice;
        this.slips = new Slips(dice);
        this.month = month;
        // Who picks from a list hits the neighbour in it.
        this.vans = new ArrayList<>(month.vehicles());
        dice.shuffle(vans);
    }

    /** Empty where this drive gives no occasion for it. */
    Optional<SessionValues> make(Kind kind, Drive drive) {
        if (!drive.measured() || !month.over(drive)) {
            return Optional.empty();
        }
        var read = drive.readings();
        return switch (kind) {
            case TRANSPOSED_DIGITS -> either(drive, slips::transposed);
            case DROPPED_DIGIT -> either(drive, slips::dropped);
            case DOUBLED_DIGIT -> either(drive, slips::doubled);
            case NEIGHBOUR_KEY -> either(drive, slips::neighbourKey);
            case WRONG_DIGIT -> either(drive, slips::wrongDigit);
            case START_AND_END_SWAPPED -> readings(drive, read.end(), read.start());
            case TRIP_METER_AT_END -> readings(drive, read.start(), tripAtEnd(drive));
            case TRIP_METER_AT_START -> readings(drive, tripAtStart(drive), read.end());
            case MILES_FOR_KILOMETRES -> otherUnit(drive);
            case WRONG_VEHICLE -> Optional.of(in(otherVan(drive), drive));
            case ZERO_DISTANCE ->
                read.distance() < month.gauge().shows(MOVED)
                        ? Optional.empty()
                        : readings(drive, read.start(), read.start());
            case FORGOTTEN_LOG_OUT,
                    CLOSED_BY_MACHINE,
                    LOG_OUT_BEFORE_LOG_IN,
                    LOG_IN_IN_FUTURE,
                    DUPLICATE,
                    OVERLAP_BY_WRONG_TIME,
                    SESSION_MISSING,
                    IMPOSSIBLE_DISTANCE -> Optional.empty();
        };
    }

    private interface Slip {
        Optional<Integer> of(int number);
    }

    private Optional<SessionValues> either(Drive drive, Slip slip) {
        var read = drive.readings();
        return dice.chance(0.5)
                ? slip.of(read.start()).flatMap(start -> readings(drive, start, read.end()))
                : slip.of(read.end()).flatMap(end -> readings(drive, read.start(), end));
    }

    /** Mostly set to zero at log-in, now and then by the driver before. */
    private int tripAtEnd(Drive drive) {
        var read = drive.readings();
        return dice.chance(0.9) ? read.distance() : read.end() - resetBefore(drive);
    }

    /** Just set to zero, or not yet since the driver before did so. */
    private int tripAtStart(Drive drive) {
        var read = drive.readings();
        return dice.chance(0.4) ? dice.between(0, 3) : read.start() - resetBefore(drive);
    }

    private int resetBefore(Drive drive) {
        return month.lastIn(drive)
                .filter(last -> !month.replacedBetween(last, drive))
                .map(last -> last.readings().start())
                .orElse(drive.readings().start());
    }

    private Optional<SessionValues> otherUnit(Drive drive) {
        var read = drive.readings();
        double factor = dice.chance(0.5) ? Gauge.KILOMETRES_A_MILE : 1 / Gauge.KILOMETRES_A_MILE;
        int start = (int) Math.round(read.start() * factor);
        int end = (int) Math.round(read.end() * factor);
        return switch (dice.between(0, 3)) {
            case 0 -> readings(drive, start, read.end());
            case 1 -> readings(drive, read.start(), end);
            default -> readings(drive, start, end);
        };
    }

    /** The one beside it in the list, one that this driver had on another day, or any. */
    private UUID otherVan(Drive drive) {
        UUID own = drive.vehicle();
        int beside = vans.indexOf(own) + (dice.chance(0.5) ? 1 : -1);
        if (dice.chance(0.4)) {
            return vans.get(Math.floorMod(beside, vans.size()));
        }
        var driven = month.by(drive.driver()).stream()
                .map(Drive::vehicle)
                .filter(vans::contains)
                .filter(van -> !van.equals(own))
                .toList();
        var other = !driven.isEmpty() && dice.chance(0.5) ? dice.oneOf(driven) : dice.oneOf(vans);
        return other.equals(own) ? vans.get(Math.floorMod(beside, vans.size())) : other;
    }

    private static SessionValues in(UUID van, Drive drive) {
        var values = drive.values();
        return new SessionValues(
                values.driver(),
                van,
                values.type(),
                values.logIn(),
                values.logOut(),
                values.startMileage(),
                values.endMileage());
    }

    private static Optional<SessionValues> readings(Drive drive, @Nullable Integer start, @Nullable Integer end) {
        var values = drive.values();
        var changed = new SessionValues(
                values.driver(), values.vehicle(), values.type(), values.logIn(), values.logOut(), start, end);
        return values.equals(changed) ? Optional.empty() : Optional.of(changed);
    }

    /** A reading that a person later said nobody can tell. */
    Optional<SessionValues> unreadableEnd(Drive drive) {
        Odometer read = drive.readings();
        return readings(drive, read.start(), dice.between(0, 400_000)).filter(values -> month.over(drive));
    }
}
