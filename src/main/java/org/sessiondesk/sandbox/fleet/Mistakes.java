package org.sessiondesk.sandbox.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.PlantedMistake.Kind;

/** Plants what goes wrong in 4 to 6 % of sessions, and remembers the truth. */
final class Mistakes {

    /** A log-out missing for less may be a driver still out. */
    private static final Duration OLD_ENOUGH = Duration.ofHours(20);

    private static final double MILES_TO_KILOMETRES = 1.609344;
    private static final int HARD_MOST = 1_999_999;

    private final FleetPlan plan;
    private final List<Vehicle> company;
    private final Random random;
    private final List<PlantedMistake> planted = new ArrayList<>();
    private final List<Kind> owed = new ArrayList<>(List.of(Kind.values()));

    Mistakes(FleetPlan plan, List<Vehicle> company, Random random) {
        this.plan = plan;
        this.company = company;
        this.random = random;
    }

    List<PlantedMistake> planted() {
        return planted;
    }

    /** The sessions as entered: most as they were, a few wrong. Of each kind at least one, where there are enough. */
    List<TimeClockSession> plant(List<TimeClockSession> truths) {
        var entered = new ArrayList<TimeClockSession>();
        int left = truths.size();
        for (var truth : truths) {
            var kind = canBeWrong(truth) ? kind(left) : null;
            left--;
            if (kind == null) {
                entered.add(truth);
                continue;
            }
            var wrong = mistake(kind, truth);
            entered.add(wrong);
            owed.remove(kind);
            planted.add(new PlantedMistake(kind, wrong, truth));
        }
        return entered;
    }

    private boolean canBeWrong(TimeClockSession truth) {
        return truth.logOutTime() != null
                && truth.endMileage() != null
                && truth.endMileage() > 0
                && truth.logInTime() != null
                && truth.logInTime().isBefore(plan.end().minus(OLD_ENOUGH));
    }

    private @Nullable Kind kind(int left) {
        double draw = random.nextDouble() * 100;
        // Shares of driver sessions with a mileage: somewhat above those of all sessions.
        if (draw < 2.4) {
            return Kind.FORGOTTEN_LOG_OUT;
        } else if (draw < 3.9) {
            return Kind.DIGIT_SLIP;
        } else if (draw < 4.7) {
            return Kind.WRONG_VEHICLE;
        } else if (draw < 5.2) {
            return Kind.TRIP_METER;
        } else if (draw < 5.5) {
            return Kind.KILOMETRES;
        }
        return left < 200 && !owed.isEmpty() && draw > 80 ? owed.getFirst() : null;
    }

    private TimeClockSession mistake(Kind kind, TimeClockSession truth) {
        int start = reading(truth.startMileage());
        int end = reading(truth.endMileage());
        return switch (kind) {
            case FORGOTTEN_LOG_OUT -> truth.withEnd(null, 0);
            case DIGIT_SLIP ->
                random.nextInt(3) == 0 ? truth.withMileages(slip(start), end) : truth.withMileages(start, slip(end));
            case WRONG_VEHICLE -> truth.withVehicle(another(truth.vehicle()));
            case TRIP_METER -> truth.withMileages(start, end - start);
            case KILOMETRES -> truth.withMileages(kilometres(start), kilometres(end));
        };
    }

    private static int reading(@Nullable Integer mileage) {
        return mileage == null ? 0 : mileage;
    }

    /** Two digits swapped, one left out, one doubled, or one mistyped. */
    private int slip(int reading) {
        var digits = new StringBuilder(Integer.toString(reading));
        int at = random.nextInt(digits.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> digits.insert(at, digits.charAt(at + 1)).deleteCharAt(at + 2);
            case 1 -> digits.deleteCharAt(at);
            case 2 -> digits.insert(at, digits.charAt(at));
            default -> digits.setCharAt(at, (char) ('0' + (digits.charAt(at) - '0' + 1) % 10));
        }
        int slipped = Math.min(Integer.parseInt(digits.toString()), HARD_MOST);
        return slipped == reading ? reading + 1000 : slipped;
    }

    private static int kilometres(int miles) {
        return Math.min((int) Math.round(miles * MILES_TO_KILOMETRES), HARD_MOST);
    }

    private UUID another(@Nullable UUID vehicle) {
        var other = company.get(random.nextInt(company.size()));
        if (other.id().equals(vehicle)) {
            other = company.get((company.indexOf(other) + 1) % company.size());
        }
        return other.id();
    }
}
