package org.sessiondesk.judge.fleet;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.fleet.Worker.Job;

/** Who works where, with which vans. */
record Company(List<Worker> workers, List<Van> vans) {

    private static final int DRIVERS = 60;
    private static final int OWN_CARS = 10;
    private static final int TAKE_WHAT_IS_FREE = 4;
    private static final int SHARE_A_VAN = 8;

    static Company made(Dice dice) {
        double stillOnTheWhole = dice.between(0.35, 0.95);
        var vans = new ArrayList<Van>();
        int kept = DRIVERS - OWN_CARS - TAKE_WHAT_IS_FREE - SHARE_A_VAN;
        int spares = dice.between(8, 11);
        for (int i = 0; i < kept + spares; i++) {
            double still = Math.clamp(dice.about(stillOnTheWhole, 0.12), 0.15, 1.0);
            vans.add(new Van(dice.id(), odometer(i, dice), i >= kept, still));
        }
        var workers = new ArrayList<Worker>();
        int nights = dice.between(2, 4);
        for (int i = 0; i < kept; i++) {
            workers.add(driver(dice, vans.get(i), i % 20 == 19 ? Turn.NIGHT : Turn.DAY));
        }
        for (int i = 0; i < SHARE_A_VAN; i++) {
            workers.add(driver(dice, vans.get(i * 3), i < nights ? Turn.NIGHT : Turn.EVENING));
        }
        for (int i = 0; i < TAKE_WHAT_IS_FREE; i++) {
            workers.add(driver(dice, null, Turn.DAY));
        }
        shareAccounts(workers, dice);
        for (int i = 0; i < OWN_CARS; i++) {
            workers.add(worker(dice, dice.id(), Job.OWN_CAR, Turn.DAY, null));
        }
        for (int i = 0; i < 5; i++) {
            workers.add(worker(dice, dice.id(), Job.DESK, i == 0 ? Turn.EVENING : Turn.DAY, null));
        }
        return new Company(workers, vans);
    }

    private enum Turn {
        DAY(6, 9),
        EVENING(13, 14),
        NIGHT(19, 22);

        private final int earliest;
        private final int latest;

        Turn(int earliest, int latest) {
            this.earliest = earliest;
            this.latest = latest;
        }

        LocalTime begins(Dice dice) {
            return LocalTime.of(dice.between(earliest, latest), 5 * dice.between(0, 11));
        }
    }

    /** One of those who take any van logs in by the account of a colleague with the same hours; now and then two do. */
    private static void shareAccounts(List<Worker> workers, Dice dice) {
        int last = workers.size() - 1;
        for (int i = 0; i < (dice.chance(0.3) ? 2 : 1); i++) {
            workers.set(
                    last - i,
                    worker(dice, workers.get(dice.between(0, 15)).account(), Job.COMPANY_VAN, Turn.DAY, null));
        }
    }

    private static Worker driver(Dice dice, @Nullable Van van, Turn turn) {
        return worker(dice, dice.id(), Job.COMPANY_VAN, turn, van);
    }

    private static Worker worker(Dice dice, UUID account, Job job, Turn turn, @Nullable Van van) {
        return new Worker(
                account,
                job,
                days(dice),
                turn.begins(dice),
                Math.clamp(dice.about(9, 0.7), 6.5, 10.5),
                Math.clamp(105 * dice.factor(0.35), 30, 220),
                van);
    }

    private static Set<DayOfWeek> days(Dice dice) {
        if (dice.chance(0.75)) {
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        }
        if (dice.chance(0.6)) {
            return EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
        }
        var days = EnumSet.allOf(DayOfWeek.class);
        days.remove(dice.oneOf(List.of(DayOfWeek.values())));
        days.remove(dice.oneOf(List.of(DayOfWeek.values())));
        return days;
    }

    /** A few are new, a few soon get a digit more, the rest has seen between 4,000 and 310,000 miles. */
    private static int odometer(int number, Dice dice) {
        return switch (number % 14) {
            case 5 -> dice.between(3, 400);
            case 9 -> dice.oneOf(List.of(10_000, 100_000, 200_000)) - dice.between(100, 1_500);
            case 2, 11 -> dice.between(200_000, 310_000);
            default -> (int) (4_000 * Math.exp(dice.between(0.0, Math.log(65))));
        };
    }
}
