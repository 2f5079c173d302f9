package org.sessiondesk.finding.check;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges what is due, a batch in a transaction. One instance judges at a time: two that read the same sessions at
 * different moments could each overwrite what the other saw. What a killed one had in hand is due as before.
 */
@Component
public class Recheck {

    /** "findings" on a telephone's keys. */
    static final long LOCK = 34634647L;

    private static final int BATCH = 200;

    private final DueSessions due;
    private final LineRows rows;
    private final Verdicts verdicts;
    private final AskedVerdicts asked;
    private final StoredLimits limits;
    private final LiveNews news;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Recheck(
            DueSessions due,
            LineRows rows,
            Verdicts verdicts,
            AskedVerdicts asked,
            StoredLimits limits,
            LiveNews news,
            JdbcClient jdbc,
            InstantSource clock) {
        this.due = due;
        this.rows = rows;
        this.verdicts = verdicts;
        this.asked = asked;
        this.limits = limits;
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Judges a batch of what is due, unless another instance is at it. Says how many were due. */
    @Transactional
    public int batch() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        return mine ? judge(due.take(BATCH)) : 0;
    }

    /** Leaves what is due to the check of all sessions, if that is done sooner. */
    @Transactional
    public boolean leaveToFullCheck() {
        standStill();
        return due.leaveToFullCheck();
    }

    /** As {@link #batch}, after whoever is at it. */
    @Transactional
    public int batchInTurn() {
        standStill();
        return judge(due.take(BATCH));
    }

    /** Waits for whoever judges; nobody does until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void standStill() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    private int judge(List<Due> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        var current = rows.now(batch.stream().map(Due::session).distinct().toList(), now);
        var byDriver = new Places();
        var byVehicle = new Places();
        for (var each : batch) {
            var here = current.get(each.session());
            byDriver.add(
                    each, each.driver(), here == null ? null : here.values().driver(), here);
            byVehicle.add(
                    each, each.vehicle(), here == null ? null : here.values().vehicle(), here);
        }
        var drivers = rows.drivers(byDriver.wide, byDriver.narrow, now);
        byDriver.seenBeside.stream()
                .flatMap(place -> drivers.beside(place).stream())
                .map(session ->
                        Place.of(session.values().vehicle(), session.values().logIn(), session.id()))
                .filter(Objects::nonNull)
                .forEach(byVehicle.wide::add);
        var vehicles = rows.vehicles(byVehicle.wide, byVehicle.narrow, now);

        var judging = new Judging(new Judge(limits.now()), new RememberedLines(new StoredOtherLines(jdbc, now)), now);
        var judged = new ArrayList<LineVerdict>();
        judgeVehicles(byVehicle, vehicles, judging, judged);
        for (var place : byDriver.reached(drivers)) {
            judged.add(judging.inDriverLine(drivers.window(place)));
        }
        addThoseInNoLine(batch, judged);
        var changed = verdicts.replace(judged, current.keySet(), now);
        askAgain(byVehicle, vehicles, judged, now);
        if (!changed.isEmpty()) {
            news.mention(new News(News.Topic.FINDING, List.copyOf(changed)));
        }
        return batch.size();
    }

    private void judgeVehicles(Places places, Lines lines, Judging judging, List<LineVerdict> judged) {
        var reached = places.reached(lines);
        if (reached.isEmpty()) {
            return;
        }
        var windows = reached.stream().map(lines::window).toList();
        var between = rows.between(windows.stream()
                .filter(judging::asksDrivers)
                .flatMap(window -> window.sessions().stream())
                .distinct()
                .toList());
        var newOdometers =
                rows.newOdometers(reached.stream().map(Place::line).distinct().toList());
        for (var place : reached) {
            judged.add(judging.inVehicleLine(
                    lines.window(place), between, newOdometers.getOrDefault(place.line(), List.of())));
        }
    }

    /** What left a line has nothing to be told of by it. */
    private static void addThoseInNoLine(List<Due> batch, List<LineVerdict> judged) {
        for (var line : Which.values()) {
            var told = new HashSet<UUID>();
            judged.stream().filter(one -> one.line() == line).forEach(one -> told.add(one.session()));
            batch.stream()
                    .map(Due::session)
                    .filter(told::add)
                    .forEach(session -> judged.add(LineVerdict.none(session, line)));
        }
    }

    /** Verdicts on readings in other lines hang on what moved, too: they are due. */
    private void askAgain(Places places, Lines lines, List<LineVerdict> judged, Instant now) {
        var told = new HashSet<UUID>();
        judged.stream().filter(one -> one.line() == Which.VEHICLE).forEach(one -> told.add(one.session()));
        var hanging =
                new LinkedHashSet<UUID>(places.inFuture(lines, now) ? asked.all() : asked.about(places.moved, lines));
        hanging.removeAll(told);
        due.alone(hanging);
    }

    /** The places of a batch in one kind of line. */
    private static final class Places {

        /** Of what moved: before and now. */
        final Set<Place> moved = new LinkedHashSet<>();

        /** Around which all is judged. */
        final Set<Place> wide = new LinkedHashSet<>();

        /** Of which only the session itself is. */
        final Set<Place> narrow = new LinkedHashSet<>();

        /** In drivers' lines: whose neighbours see it otherwise. */
        final Set<Place> seenBeside = new LinkedHashSet<>();

        void add(Due due, @Nullable UUID before, @Nullable UUID line, @Nullable LineSession here) {
            var now = here == null ? null : Place.of(line, here.values().logIn(), here.id());
            if (due.alone()) {
                addTo(narrow, now);
                return;
            }
            for (var place : new @Nullable Place[] {now, Place.of(before, due.logIn(), due.session())}) {
                addTo(moved, place);
                addTo(wide, place);
                if (due.beside()) {
                    addTo(seenBeside, place);
                }
            }
        }

        private static void addTo(Set<Place> places, @Nullable Place place) {
            if (place != null) {
                places.add(place);
            }
        }

        /** Where the sessions stand that are to be judged. */
        Collection<Place> reached(Lines lines) {
            Map<UUID, Place> reached = new LinkedHashMap<>();
            for (var place : wide) {
                lines.reachedFrom(place).forEach(session -> note(reached, place.line(), session));
            }
            for (var place : narrow) {
                var here = lines.at(place);
                if (here != null) {
                    note(reached, place.line(), here);
                }
            }
            return reached.values();
        }

        private static void note(Map<UUID, Place> reached, UUID line, LineSession session) {
            reached.putIfAbsent(session.id(), new Place(line, Place.Spot.of(session)));
        }

        /** A session that begins in the future may be a stray of anybody's line: it, and what stands before it. */
        boolean inFuture(Lines lines, Instant now) {
            return moved.stream()
                    .anyMatch(place -> place.spot().logIn().isAfter(now)
                            || lines.after(place, Judge.REACH).stream()
                                    .anyMatch(
                                            next -> Place.Spot.of(next).logIn().isAfter(now)));
        }
    }
}
