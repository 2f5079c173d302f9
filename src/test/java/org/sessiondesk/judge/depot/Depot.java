package org.sessiondesk.judge.depot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.NewOdometer;

/**
 * A month of a parcel depot: a few old vans in the hands of many, each of whom makes three or four rounds of fixed length
 * a day, each in whatever van is in.
 */
final class Depot {

    private static final int DAYS = 28;
    private static final double STANDS_STILL = 0.9;

    private static final class Van {
        private final UUID id;
        private int shows;
        private int odometer;
        private boolean broken;
        private Instant free = Instant.MIN;

        Van(UUID id, int shows) {
            this.id = id;
            this.shows = shows;
        }
    }

    private record Person(
            UUID account,
            LocalTime begins,
            boolean saturdays,
            @Nullable UUID ownCar,
            double pace) {}

    /** Somebody wants to go. */
    private record Wish(
            Person person, Instant at, int rounds, @Nullable Van last) {}

    private final Random random;
    private final ZoneId zone;
    private final double unit;
    private final List<Van> vans = new ArrayList<>();
    private final int[] rounds;
    private final List<Trip> trips = new ArrayList<>();
    private final List<NewOdometer> replaced = new ArrayList<>();

    private Depot(Random random, ZoneId zone, double unit) {
        this.random = random;
        this.zone = zone;
        this.unit = unit;
        int count = 9 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            vans.add(new Van(id(random), 150_000 + random.nextInt(100_000)));
        }
        this.rounds = random.ints(8, (int) (9 * unit), (int) (75 * unit)).toArray();
    }

    record Driven(List<Trip> trips, List<NewOdometer> replaced) {}

    static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** @param unit how much the odometers count in a mile */
    static Driven month(Random random, ZoneId zone, LocalDate first, double unit) {
        var depot = new Depot(random, zone, unit);
        depot.run(first);
        return new Driven(depot.trips, depot.replaced);
    }

    private void run(LocalDate first) {
        var wishes = new PriorityQueue<>(Comparator.comparing(Wish::at)
                .thenComparing(wish -> wish.person.account)
                .thenComparing(wish -> wish.person.begins));
        for (var person : people()) {
            for (int day = 0; day < DAYS; day++) {
                var date = first.plusDays(day);
                boolean off = date.getDayOfWeek() == DayOfWeek.SUNDAY
                        || date.getDayOfWeek() == DayOfWeek.SATURDAY && !person.saturdays;
                if (!off && random.nextDouble() > 0.05) {
                    var at = date.atTime(person.begins).atZone(zone).toInstant().plusSeconds(random.nextInt(1_200));
                    wishes.add(new Wish(person, at, 3 + random.nextInt(2), null));
                }
            }
        }
        int breaksAt = wishes.size() + random.nextInt(wishes.size());
        for (int gone = 0; !wishes.isEmpty(); gone++) {
            if (gone == breaksAt) {
                vans.get(random.nextInt(vans.size())).broken = true;
            }
            var next = go(wishes.remove());
            if (next != null) {
                wishes.add(next);
            }
        }
    }

    private List<Person> people() {
        var people = new ArrayList<Person>();
        int drivers = 22 + random.nextInt(7);
        for (int i = 0; i < drivers; i++) {
            boolean night = i % 8 == 7;
            var begins = LocalTime.of(night ? 21 + random.nextInt(2) : 5 + random.nextInt(9), 15 * random.nextInt(4));
            var ownCar = i % 10 == 9 ? id(random) : null;
            people.add(new Person(id(random), begins, random.nextInt(3) == 0, ownCar, 0.8 + random.nextDouble() * 0.4));
        }
        // Two who use a colleague's account at nearly the same hours.
        for (int i = 0; i < 2; i++) {
            var colleague = people.get(i);
            people.add(new Person(colleague.account, colleague.begins.plusMinutes(20), false, null, 1.1));
        }
        return people;
    }

    /** The round after it, if there is one today. */
    private @Nullable Wish go(Wish wish) {
        int distance = rounds[random.nextInt(rounds.length)] + random.nextInt(2);
        double hours = (0.4 + distance / unit / 28) * wish.person.pace * (0.9 + random.nextDouble() * 0.2);
        var ownCar = wish.person.ownCar;
        var van = ownCar != null ? null : pick(wish);
        if (ownCar == null && van == null) {
            return new Wish(wish.person, wish.at.plusSeconds(900), wish.rounds, wish.last);
        }
        // Late to the terminal: the van is on its way already, and may have gone some miles.
        boolean late = random.nextInt(10) == 0;
        var in = late ? wish.at.plusSeconds(300 + random.nextInt(900)) : wish.at;
        var out = wish.at.plusSeconds((long) (hours * 3_600)).plusSeconds(random.nextInt(60));
        if (van != null) {
            count(wish.person, van, in, out, distance, late);
        } else if (ownCar != null) {
            Integer unread = random.nextBoolean() ? Integer.valueOf(0) : null;
            trips.add(new Trip(id(random), wish.person.account, ownCar, in, out, unread, unread, -1));
        }
        return wish.rounds == 1
                ? null
                : new Wish(wish.person, out.plusSeconds(60L * random.nextInt(45)), wish.rounds - 1, van);
    }

    private @Nullable Van pick(Wish wish) {
        var in = vans.stream().filter(van -> !van.free.isAfter(wish.at)).toList();
        if (in.isEmpty()) {
            return null;
        }
        boolean same = wish.last != null && in.contains(wish.last) && random.nextInt(10) < 4;
        return same ? wish.last : in.get(random.nextInt(in.size()));
    }

    private void count(Person person, Van van, Instant in, Instant out, int distance, boolean late) {
        if (van.broken) {
            van.broken = false;
            van.odometer++;
            van.shows = random.nextBoolean() ? random.nextInt(20) : 30_000 + random.nextInt(60_000);
            replaced.add(new NewOdometer(van.id, in.minusSeconds(30), van.shows));
        }
        int before = random.nextDouble() < STANDS_STILL ? 0 : 1 + random.nextInt((int) (12 * unit));
        int start = van.shows + (late && random.nextBoolean() ? Math.max(before, 1 + random.nextInt(6)) : before);
        int end = start + distance;
        trips.add(new Trip(id(random), person.account, van.id, in, out, start, end, van.odometer));
        van.shows = end;
        van.free = out;
    }
}
