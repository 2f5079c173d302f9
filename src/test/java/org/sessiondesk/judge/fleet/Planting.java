package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.session.SessionValues;

/** Makes mistakes in the records of a month, at most one in a session. */
final class Planting {

    /**
     * @param drive what really was: of a missing session the one that is missing
     * @param session whose record is wrong
     * @param other wrong with as much right
     */
    record Planted(
            Kind kind, Drive drive, UUID session, @Nullable UUID other) {}

    /** Those that happen here. */
    static final Set<Kind> KINDS = EnumSet.complementOf(EnumSet.of(Kind.IMPOSSIBLE_DISTANCE));

    private static final int TRIES = 300;

    private final Dice dice;
    private final Month month;
    private final ReadingMistakes readings;
    private final TimeMistakes times;
    private final Map<UUID, LineSession> records = new LinkedHashMap<>();
    private final Set<UUID> touched = new HashSet<>();
    private final List<Planted> planted = new ArrayList<>();

    Planting(Month month, Dice dice) {
        this.dice = dice;
        this.month = month;
        this.readings = new ReadingMistakes(month, dice);
        this.times = new TimeMistakes(month, dice);
        month.drives().forEach(drive -> records.put(drive.id(), month.recorded(drive)));
    }

    Map<UUID, LineSession> records() {
        return records;
    }

    List<Planted> planted() {
        return planted;
    }

    /** Readings of which a person said that nobody can tell them. */
    void giveUp(int times) {
        for (int i = 0; i < TRIES && touched.size() < times; i++) {
            var drive = dice.oneOf(month.drives());
            if (drive.measured()) {
                readings.unreadableEnd(drive).ifPresent(values -> {
                    touched.add(drive.id());
                    records.put(drive.id(), new LineSession(drive.id(), values, false, false, true));
                });
            }
        }
    }

    /** Two of each kind, the rest as often as they happen, which differs from company to company. */
    void plant(int mistakes) {
        var shares = new EnumMap<Kind, Double>(Kind.class);
        for (var kind : KINDS) {
            shares.put(kind, share(kind) * dice.between(0.5, 1.8));
            plant(kind);
            plant(kind);
        }
        double all = shares.values().stream().mapToDouble(share -> share).sum();
        while (planted.size() < mistakes) {
            double at = dice.between(0.0, all);
            for (var share : shares.entrySet()) {
                at -= share.getValue();
                if (at < 0) {
                    plant(share.getKey());
                    break;
                }
            }
        }
    }

    private static double share(Kind kind) {
        return switch (kind) {
            case FORGOTTEN_LOG_OUT -> 14;
            case WRONG_VEHICLE -> 10;
            case TRANSPOSED_DIGITS -> 9;
            case NEIGHBOUR_KEY, WRONG_DIGIT, TRIP_METER_AT_END -> 7;
            case DROPPED_DIGIT, CLOSED_BY_MACHINE -> 6;
            case DOUBLED_DIGIT, START_AND_END_SWAPPED, SESSION_MISSING -> 5;
            case TRIP_METER_AT_START,
                    MILES_FOR_KILOMETRES,
                    LOG_OUT_BEFORE_LOG_IN,
                    DUPLICATE,
                    OVERLAP_BY_WRONG_TIME,
                    ZERO_DISTANCE -> 4;
            case LOG_IN_IN_FUTURE -> 3;
            case IMPOSSIBLE_DISTANCE -> 0;
        };
    }

    private void plant(Kind kind) {
        for (int i = 0; i < TRIES; i++) {
            var drive = dice.oneOf(month.drives());
            if (!touched.contains(drive.id()) && plant(kind, drive)) {
                touched.add(drive.id());
                return;
            }
        }
    }

    private boolean plant(Kind kind, Drive drive) {
        return switch (kind) {
            case DUPLICATE -> duplicate(drive);
            case SESSION_MISSING -> missing(drive);
            case OVERLAP_BY_WRONG_TIME -> overlap(drive);
            case FORGOTTEN_LOG_OUT, CLOSED_BY_MACHINE, LOG_OUT_BEFORE_LOG_IN, LOG_IN_IN_FUTURE ->
                wrong(kind, drive, times.make(kind, drive), null);
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
                    IMPOSSIBLE_DISTANCE,
                    ZERO_DISTANCE -> wrong(kind, drive, readings.make(kind, drive), null);
        };
    }

    private boolean wrong(Kind kind, Drive drive, Optional<SessionValues> values, @Nullable UUID other) {
        values.ifPresent(wrong -> {
            records.put(drive.id(), new LineSession(drive.id(), wrong, false, false, false));
            planted.add(new Planted(kind, drive, drive.id(), other));
        });
        return values.isPresent();
    }

    /** Sent twice, the second time some seconds later or to the second the same. */
    private boolean duplicate(Drive drive) {
        if (!month.over(drive)) {
            return false;
        }
        var later = dice.chance(0.5) ? Duration.ZERO : Duration.ofSeconds(dice.between(1, 90));
        var values = TimeMistakes.moved(
                drive, drive.logIn().plus(later), drive.logOut().plus(later));
        var copy = new LineSession(dice.id(), values, false, false, false);
        records.put(copy.id(), copy);
        touched.add(copy.id());
        planted.add(new Planted(Kind.DUPLICATE, drive, copy.id(), drive.id()));
        return true;
    }

    private boolean missing(Drive drive) {
        var last = month.lastIn(drive);
        var next = month.nextIn(drive);
        if (last.isEmpty() || next.isEmpty() || !take(last.get()) || !take(next.get())) {
            return false;
        }
        records.remove(drive.id());
        planted.add(new Planted(
                Kind.SESSION_MISSING, drive, next.get().id(), last.get().id()));
        return true;
    }

    /** Into the vehicle's session before, or into the one after it. */
    private boolean overlap(Drive drive) {
        boolean early = dice.chance(0.5);
        var beside = early ? month.lastIn(drive) : month.nextIn(drive);
        if (!drive.measured()
                || !month.over(drive)
                || beside.isEmpty()
                || !month.over(beside.get())
                || between(drive, beside.get()).compareTo(Duration.ofHours(6)) > 0
                || !take(beside.get())) {
            return false;
        }
        var other = beside.get();
        var into = Duration.ofSeconds((long) (other.length().toSeconds() * dice.between(0.1, 0.6)));
        Instant in = early ? other.logOut().minus(into) : drive.logIn();
        Instant out = early ? drive.logOut() : other.logIn().plus(into);
        return wrong(Kind.OVERLAP_BY_WRONG_TIME, drive, Optional.of(TimeMistakes.moved(drive, in, out)), other.id());
    }

    private static Duration between(Drive one, Drive other) {
        return one.logIn().isBefore(other.logIn())
                ? Duration.between(one.logOut(), other.logIn())
                : Duration.between(other.logOut(), one.logIn());
    }

    private boolean take(Drive drive) {
        return touched.add(drive.id());
    }
}
