package org.sessiondesk.sandbox.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sandbox.fleet.TimeClockSession.LogInType;

/** Lets the fleet drive up to its now and writes down what its people typed. */
public final class FleetMaker {

    private static final int TICK_NANOS = 100;

    private final FleetPlan plan;
    private final Random random;
    private final Roster roster;

    private FleetMaker(FleetPlan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.roster = new Roster(plan, random);
    }

    /** The fleet of this plan; the same plan gives the same fleet. */
    public static Fleet make(FleetPlan plan) {
        return new FleetMaker(plan).make();
    }

    private Fleet make() {
        var shifts = new ArrayList<>(new Timetable(plan, roster, random).shifts());
        shifts.sort(Comparator.comparing(Shift::start)
                .thenComparing(shift -> shift.person().id()));
        var garage = new Garage(plan, roster, random);
        var truths = new ArrayList<TimeClockSession>();
        for (var shift : shifts) {
            truths.add(shift.person().driver() ? drive(shift, garage) : dispatch(shift));
        }
        var mistakes = new Mistakes(plan, garage.company(), random);
        var entered = mistakes.plant(truths);
        var people = roster.people();
        return new Fleet(people, garage.vehicles(), entered, mistakes.planted());
    }

    private TimeClockSession dispatch(Shift shift) {
        return session(shift, null, LogInType.Dispatcher, 0, 0);
    }

    private TimeClockSession drive(Shift shift, Garage garage) {
        var ride = garage.ride(shift);
        return session(shift, ride.vehicle(), LogInType.Driver, ride.startMileage(), ride.endMileage());
    }

    private TimeClockSession session(Shift shift, @Nullable UUID vehicle, LogInType type, int start, int end) {
        boolean open = shift.end().isAfter(plan.end());
        return new TimeClockSession(
                Ids.next(random),
                shift.person().id(),
                vehicle,
                type,
                spelledFinely(shift.start()),
                open ? null : spelledFinely(shift.end()),
                start,
                open ? 0 : end,
                Map.of());
    }

    /** One time in twenty carries a fraction in .NET's 100 ns ticks, finer than PostgreSQL keeps. */
    private Instant spelledFinely(Instant time) {
        int ticks = 1 + random.nextInt(9_999_999);
        return random.nextInt(20) == 0 ? time.plusNanos((long) ticks * TICK_NANOS) : time;
    }
}
