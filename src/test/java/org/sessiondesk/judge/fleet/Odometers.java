package org.sessiondesk.judge.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.judge.fleet.Drive.Odometer;
import org.sessiondesk.judge.fleet.Timetable.Stint;
import org.sessiondesk.judge.fleet.Worker.Job;
import org.sessiondesk.ontime.LogInType;

/** Counts the distances of a month's stints. */
final class Odometers {

    private final Gauge gauge;
    private final Dice dice;
    private final double yardMoves;
    private final List<Drive> drives = new ArrayList<>();
    private final List<NewOdometer> replaced = new ArrayList<>();

    private Odometers(Gauge gauge, Dice dice) {
        this.gauge = gauge;
        this.dice = dice;
        this.yardMoves = dice.between(0.05, 0.12);
    }

    record Counted(List<Drive> drives, List<NewOdometer> replaced) {}

    static Counted count(List<Stint> stints, Gauge gauge, Dice dice) {
        var odometers = new Odometers(gauge, dice);
        Map<Van, List<Stint>> lines = new HashMap<>();
        var vans = new ArrayList<Van>();
        for (var stint : stints) {
            var van = stint.van();
            if (van == null) {
                odometers.drives.add(odometers.drive(stint));
            } else {
                lines.computeIfAbsent(van, none -> {
                            vans.add(van);
                            return new ArrayList<>();
                        })
                        .add(stint);
            }
        }
        Set<Van> broken = vans.stream()
                .filter(van -> lines.getOrDefault(van, List.of()).size() > 10)
                .limit(dice.between(1, 3))
                .collect(Collectors.toSet());
        for (var van : vans) {
            var line = new ArrayList<>(lines.getOrDefault(van, List.of()));
            line.sort(Comparator.comparing(Stint::from));
            odometers.line(van, line, broken.contains(van) ? dice.between(3, line.size() - 3) : -1);
        }
        return new Counted(odometers.drives, odometers.replaced);
    }

    private void line(Van van, List<Stint> line, int replacedBefore) {
        int shows = gauge.shows(van.odometer());
        for (int i = 0; i < line.size(); i++) {
            var stint = line.get(i);
            if (i == replacedBefore) {
                shows = dice.chance(0.6) ? dice.between(0, 30) : dice.between(20_000, 140_000);
                replaced.add(new NewOdometer(van.id(), between(line.get(i - 1).to(), stint.from()), shows));
            }
            int start = shows + (i == 0 ? 0 : unrecorded(van));
            int end = start + gauge.drive(stint.miles(), dice);
            drives.add(drive(stint).with(new Odometer(start, end)));
            shows = end;
        }
    }

    /** Moved in the yard or fuelled without a session. */
    private int unrecorded(Van van) {
        if (dice.chance(yardMoves)) {
            return moved(4, 8);
        }
        return dice.chance(van.standsStill()) ? 0 : moved(1, 3);
    }

    private int moved(int least, int most) {
        return dice.between(gauge.shows(least), gauge.shows(most));
    }

    private static Instant between(Instant earlier, Instant later) {
        return earlier.plus(Duration.between(earlier, later).dividedBy(2));
    }

    private Drive drive(Stint stint) {
        var worker = stint.worker();
        var van = stint.van();
        boolean desk = worker.job() == Job.DESK;
        // Everybody keeps the same own car, whose id hangs on the account.
        var vehicle =
                van != null ? van.id() : desk ? null : new Dice(worker.account().hashCode()).id();
        var type = desk ? LogInType.DISPATCHER : dice.chance(0.005) ? LogInType.UNDEFINED : LogInType.DRIVER;
        return new Drive(dice.id(), worker.account(), vehicle, type, stint.from(), stint.to(), null);
    }
}
