package org.sessiondesk.daycheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.DayQueries.Place;
import org.sessiondesk.daycheck.UsualDays.Usual;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.signoff.ClosedPeriod;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worktime.DayRules;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.Shift;
import org.sessiondesk.worktime.Timesheet;
import org.sessiondesk.worktime.WorkDay;

/** Puts a day's sessions into rows. */
final class BoardMaker {

    /** What needs a look before what. */
    private static final List<SentState> FIRST = List.of(
            SentState.REJECTED,
            SentState.CONFLICT,
            SentState.UNCERTAIN,
            SentState.HELD,
            SentState.WAITING,
            SentState.SENDING,
            SentState.ACCEPTED,
            SentState.WITHDRAWN);

    private static final Set<SentState> TO_DECIDE =
            EnumSet.of(SentState.REJECTED, SentState.CONFLICT, SentState.UNCERTAIN);

    private static final Comparator<Sorted> ORDER = Comparator.<Sorted, RowState>comparing(
                    sorted -> sorted.row().state())
            .thenComparing(Sorted::by)
            .thenComparing(sorted -> sorted.row().id());

    private final WorkDay day;
    private final DayRules rules;
    private final By by;
    private final Instant now;
    private final SettledRows settled;

    /** A row with what its name is sorted by. */
    private record Sorted(DayRow row, String by) {}

    BoardMaker(WorkDay day, DayRules rules, By by, Instant now, SettledRows settled) {
        this.day = day;
        this.rules = rules;
        this.by = by;
        this.now = now;
        this.settled = settled;
    }

    /**
     * @param places every session that may bear upon the day
     * @param lines those of them that are still there
     * @param usual who usually works that weekday
     */
    DayBoard board(
            Map<UUID, Place> places, Map<UUID, SessionLine> lines, List<Usual> usual, @Nullable ClosedPeriod closed) {
        var usually = usual.stream().map(Usual::driver).collect(Collectors.toSet());
        var rows = new ArrayList<Sorted>();
        byLine(places, lines).forEach((id, sessions) -> {
            var row = row(id, sessions, usually.contains(id));
            if (!row.bars().isEmpty()
                    || row.state() == RowState.NOTHING_ENTERED
                    || row.state() == RowState.NOT_WORKED
                    || row.state() == RowState.SIGNED) {
                var place =
                        Objects.requireNonNull(places.get(sessions.getFirst().id()));
                rows.add(new Sorted(row, place.sortedBy()));
            }
        });
        var there = rows.stream().map(sorted -> sorted.row().id()).collect(Collectors.toCollection(HashSet::new));
        usual.stream()
                .filter(one -> there.add(one.driver()))
                .map(one -> new Sorted(nothing(one), one.sortedBy()))
                .forEach(rows::add);
        var ordered = rows.stream().sorted(ORDER).map(Sorted::row).toList();
        var totals = ordered.stream().map(DayRow::totals).reduce(DayTotals.NONE, DayTotals::plus);
        return new DayBoard(day, rules, by, ordered, totals, withoutVehicle(lines), closed);
    }

    private Map<UUID, List<SessionLine>> byLine(Map<UUID, Place> places, Map<UUID, SessionLine> lines) {
        var rows = new HashMap<UUID, List<SessionLine>>();
        places.keySet().forEach(session -> {
            var line = lines.get(session);
            var id = line == null ? null : lineOf(line);
            // By drivers, sessions that have none still are somebody's: each may be another's.
            var row = id != null ? id : by == By.DRIVER ? session : null;
            if (line != null && line.logIn() != null && row != null) {
                rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(line);
            }
        });
        return rows;
    }

    private @Nullable UUID lineOf(SessionLine line) {
        return by == By.DRIVER ? line.driverId() : line.vehicleId();
    }

    private DayRow row(UUID id, List<SessionLine> sessions, boolean usually) {
        var byId = sessions.stream().collect(Collectors.toMap(SessionLine::id, Function.identity()));
        var sheet = sheet(sessions);
        var bars = sheet.bars().stream()
                .map(bar -> new DayBar(
                        bar, Objects.requireNonNull(byId.get(bar.shift().session()))))
                .toList();
        var first = sessions.getFirst();
        var said = settled.of(id);
        return new DayRow(
                id,
                by == By.DRIVER ? first.driver() : first.vehicle(),
                bars,
                sheet.gaps(),
                sheet.overlaps(),
                said.signOff() == null ? sheet.totals() : said.signOff().totals(),
                DayRow.count(bars, Severity.ERROR),
                DayRow.count(bars, Severity.WARNING),
                sent(bars).orElse(null),
                state(bars, usually, said),
                said);
    }

    private Timesheet sheet(List<SessionLine> sessions) {
        return Timesheet.of(day, rules, sessions.stream().map(BoardMaker::shift).toList(), now);
    }

    private static Shift shift(SessionLine line) {
        var distance = line.distance();
        return new Shift(
                line.id(),
                line.type() == LogInType.DISPATCHER ? Shift.Kind.DISPATCHER : Shift.Kind.DRIVER,
                Objects.requireNonNull(line.logIn()),
                line.logOut(),
                distance != null && DayBar.counts(distance) ? distance : null,
                line.counts());
    }

    private DayRow nothing(Usual usual) {
        var said = settled.of(usual.driver());
        return new DayRow(
                usual.driver(),
                usual.name(),
                List.of(),
                List.of(),
                List.of(),
                said.signOff() == null ? DayTotals.NONE : said.signOff().totals(),
                0,
                0,
                null,
                state(List.of(), true, said),
                said);
    }

    private static RowState state(List<DayBar> bars, boolean usually, RowSettled said) {
        if (said.signOff() != null) {
            return RowState.SIGNED;
        }
        if (DayRow.here(bars).findAny().isEmpty()) {
            return said.notWorked() != null
                    ? RowState.NOT_WORKED
                    : usually && !hasBegun(bars) ? RowState.NOTHING_ENTERED : RowState.COUNTS_ELSEWHERE;
        }
        return DayRow.here(bars).anyMatch(BoardMaker::standsAgainst) ? RowState.HAS_PROBLEMS : RowState.READY;
    }

    /** Whether something was entered on the day, wherever it counts. A night that only ends on it is the day's before. */
    private static boolean hasBegun(List<DayBar> bars) {
        return bars.stream()
                .anyMatch(bar -> bar.bar().shift().counts() && !bar.bar().fromBefore());
    }

    private static boolean standsAgainst(DayBar bar) {
        var sent = bar.session().sent();
        return bar.bar().shift().isOpen()
                || bar.severity() == Severity.ERROR
                || sent != null && TO_DECIDE.contains(sent);
    }

    private static Optional<SentState> sent(List<DayBar> bars) {
        return DayRow.here(bars)
                .flatMap(bar -> Optional.ofNullable(bar.session().sent()).stream())
                .min(Comparator.comparing(FIRST::indexOf));
    }

    private int withoutVehicle(Map<UUID, SessionLine> lines) {
        if (by == By.DRIVER) {
            return 0;
        }
        return lines.values().stream()
                .filter(line -> line.vehicleId() == null && line.logIn() != null)
                .mapToInt(line -> sheet(List.of(line)).totals().sessions())
                .sum();
    }
}
