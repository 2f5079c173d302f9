package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.fleet.Worker.Job;

/** Who was out when, in which van and how far: a month as it was. */
final class Timetable {

    /** A time that somebody worked, in a van of the company unless it was at a desk or in an own car. */
    record Stint(Worker worker, @Nullable Van van, Instant from, Instant to, int miles) {

        Stint in(Van other) {
            return new Stint(worker, other, from, to, miles);
        }
    }

    private static final double FASTEST_ON_THE_WHOLE = 55;

    private final Dice dice;
    private final ZoneId zone;
    private final ChronoUnit clockShows;
    private final Bookings bookings;
    private final List<Stint> stints = new ArrayList<>();
    private final List<Stint> wantAnyVan = new ArrayList<>();

    private Timetable(Company company, ZoneId zone, Dice dice) {
        this.dice = dice;
        this.zone = zone;
        this.clockShows = dice.chance(0.25) ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        this.bookings = new Bookings(company.vans());
    }

    static List<Stint> month(Company company, LocalDate first, int days, ZoneId zone, Dice dice) {
        var timetable = new Timetable(company, zone, dice);
        timetable.plan(company.workers(), first, days);
        return timetable.stints;
    }

    private void plan(List<Worker> workers, LocalDate first, int days) {
        var wanted = new ArrayList<Stint>();
        for (var worker : workers) {
            int awayUntil = -1;
            for (int day = 0; day < days; day++) {
                var date = first.plusDays(day);
                if (worker.days().contains(date.getDayOfWeek()) && !dice.chance(0.03)) {
                    if (dice.chance(0.015)) {
                        awayUntil = day + dice.between(0, 2);
                    }
                    wanted.addAll(day(worker, date, day <= awayUntil ? null : worker.van()));
                }
            }
        }
        wanted.sort(Comparator.comparing(Stint::from));
        wanted.forEach(this::take);
        exchangeAtNoon();
        wantAnyVan.sort(Comparator.comparing(Stint::from));
        for (var stint : wantAnyVan) {
            bookings.any(stint.from(), stint.to(), dice).ifPresent(van -> keep(stint.in(van)));
        }
    }

    /** One session in 85 %, two in 12 %, three in 3 %. */
    private List<Stint> day(Worker worker, LocalDate date, @Nullable Van van) {
        var from = date.atTime(worker.begins())
                .atZone(zone)
                .toInstant()
                .plus(dice.minutes(-25, 25))
                .truncatedTo(clockShows);
        double miles = worker.miles() * dice.factor(0.22);
        double hours = Math.clamp(dice.about(worker.hours(), 0.6), 5.5, 11.5);
        if (dice.chance(0.025)) {
            miles = dice.between(150, 280);
        } else if (dice.chance(0.003)) {
            miles = dice.between(305, 420);
            hours = dice.between(8.5, 12.5);
        } else if (dice.chance(0.003)) {
            hours = dice.between(14.2, 16.0);
        }
        int parts = dice.chance(0.85) ? 1 : dice.chance(0.8) ? 2 : 3;
        var to = from.plusSeconds((long) (hours * 3600)).truncatedTo(clockShows);
        if (parts == 1 || worker.job() != Job.COMPANY_VAN) {
            return errand(new Stint(worker, van, from, to, miles(miles, from, to)));
        }
        return parted(new Stint(worker, van, from, to, (int) miles), parts);
    }

    /** Into another van in the same moment, or back into the same one after a break. */
    private List<Stint> parted(Stint whole, int parts) {
        var stints = new ArrayList<Stint>();
        boolean other = dice.chance(0.4);
        long part = Duration.between(whole.from(), whole.to()).toSeconds() / parts;
        var from = whole.from();
        for (int i = 0; i < parts; i++) {
            var to = from.plusSeconds(part).plus(dice.minutes(-30, 30)).truncatedTo(clockShows);
            int miles = miles(whole.miles() * dice.between(0.7, 1.3) / parts, from, to);
            var van = other && i == 1 ? null : whole.van();
            stints.add(new Stint(whole.worker(), van, from, to, miles));
            from = other ? to : to.plus(dice.minutes(15, 75)).truncatedTo(clockShows);
        }
        return stints;
    }

    /** Now and then a few miles more after the day's work. */
    private List<Stint> errand(Stint day) {
        if (day.worker().job() != Job.COMPANY_VAN || !dice.chance(0.03)) {
            return List.of(day);
        }
        var from = day.to().plus(dice.minutes(5, 60)).truncatedTo(clockShows);
        var to = from.plus(dice.minutes(12, 45)).truncatedTo(clockShows);
        return List.of(day, new Stint(day.worker(), dice.chance(0.7) ? day.van() : null, from, to, dice.between(1, 7)));
    }

    private int miles(double wanted, Instant from, Instant to) {
        double hours = Duration.between(from, to).toSeconds() / 3600.0;
        return (int) Math.max(1, Math.min(wanted, hours * FASTEST_ON_THE_WHOLE));
    }

    /** Whose van is still out waits for it, unless that takes too long. */
    private void take(Stint stint) {
        if (stint.worker().job() != Job.COMPANY_VAN) {
            stints.add(stint);
            return;
        }
        var van = stint.van();
        Optional<Instant> free = van == null ? Optional.empty() : bookings.free(van, stint.from());
        if (van == null
                || free.isEmpty()
                || free.get().isAfter(stint.from().plus(Duration.ofHours(3)))
                || free.get().isAfter(stint.to().minus(Duration.ofMinutes(10)))) {
            wantAnyVan.add(stint);
            return;
        }
        var from = free.get();
        if (from.isAfter(stint.from()) && dice.chance(0.6)) {
            var later = from.plus(dice.minutes(1, 15)).truncatedTo(clockShows);
            from = later.isBefore(stint.to()) ? later : from;
        }
        if (bookings.free(van, from, stint.to())) {
            keep(new Stint(stint.worker(), van, from, stint.to(), miles(stint.miles(), from, stint.to())));
        } else {
            wantAnyVan.add(stint);
        }
    }

    private void keep(Stint stint) {
        var van = stint.van();
        if (van != null) {
            bookings.book(van, stint.from(), stint.to());
            stints.add(stint);
        }
    }

    /** Two who are out at the same time change vans on the way. */
    private void exchangeAtNoon() {
        for (int i = dice.between(2, 6); i > 0; i--) {
            var one = dice.oneOf(stints);
            var noon = one.from()
                    .plus(Duration.between(one.from(), one.to()).dividedBy(2))
                    .truncatedTo(clockShows);
            stints.stream()
                    .filter(other -> canExchange(one, other, noon))
                    .findAny()
                    .ifPresent(other -> exchange(one, other, noon));
        }
    }

    private boolean canExchange(Stint one, Stint other, Instant noon) {
        return one.van() != null
                && other.van() != null
                && one.van() != other.van()
                && one.miles() > 30
                && other.miles() > 30
                && other.from().plus(Duration.ofHours(2)).isBefore(noon)
                && other.to().minus(Duration.ofHours(2)).isAfter(noon)
                && other.from().isAfter(one.from().minus(Duration.ofHours(4)))
                && !one.worker().account().equals(other.worker().account());
    }

    private void exchange(Stint one, Stint other, Instant noon) {
        var ones = one.van();
        var others = other.van();
        if (ones == null || others == null) {
            return;
        }
        bookings.release(ones, one.from());
        bookings.release(others, other.from());
        boolean possible = bookings.free(others, noon, one.to()) && bookings.free(ones, noon, other.to());
        stints.remove(one);
        stints.remove(other);
        if (possible) {
            keep(new Stint(one.worker(), ones, one.from(), noon, one.miles() / 2));
            keep(new Stint(one.worker(), others, noon, one.to(), one.miles() / 2));
            keep(new Stint(other.worker(), others, other.from(), noon, other.miles() / 2));
            keep(new Stint(other.worker(), ones, noon, other.to(), other.miles() / 2));
        } else {
            keep(one);
            keep(other);
        }
    }
}
