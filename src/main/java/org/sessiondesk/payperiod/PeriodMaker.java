package org.sessiondesk.payperiod;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.UsualDays.Usual;
import org.sessiondesk.payperiod.PeriodQueries.Session;
import org.sessiondesk.payperiod.PeriodQueries.Who;
import org.sessiondesk.payroll.PaySetting;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.SignOff;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.PayPeriod;
import org.sessiondesk.worktime.WorkedDays;

/** Puts a period's sessions into rows and cells. */
final class PeriodMaker {

    private final PayPeriod period;
    private final PaySetting setting;
    private final ZoneId zone;
    private final Map<DriverDay, SignOff> signed;
    private final Set<DriverDay> fallen;
    private final Set<DriverDay> notWorked;
    private final Map<UUID, Set<LocalDate>> usual;

    PeriodMaker(
            PayPeriod period,
            PaySetting setting,
            ZoneId zone,
            Map<DriverDay, SignOff> signed,
            Set<DriverDay> fallen,
            Set<DriverDay> notWorked,
            List<Usual> usual) {
        this.period = period;
        this.setting = setting;
        this.zone = zone;
        this.signed = signed;
        this.fallen = fallen;
        this.notWorked = notWorked;
        this.usual = usual.stream().collect(Collectors.toMap(Usual::driver, Usual::days));
    }

    /** @param usually who usually works: a row, too, if nothing is entered */
    List<PeriodRow> rows(List<Session> sessions, List<Usual> usually) {
        var drivers = new HashMap<UUID, Who>();
        var theirs = new HashMap<UUID, List<Session>>();
        var nobodys = new ArrayList<Session>();
        for (var session : sessions) {
            var who = session.who();
            if (who == null) {
                nobodys.add(session);
            } else {
                drivers.putIfAbsent(who.driver(), who);
                theirs.computeIfAbsent(who.driver(), _ -> new ArrayList<>()).add(session);
            }
        }
        usually.forEach(one -> drivers.putIfAbsent(one.driver(), new Who(one.driver(), one.name(), one.sortedBy())));
        var rows = new ArrayList<PeriodRow>();
        drivers.values().stream()
                .sorted(Comparator.comparing(Who::sortedBy).thenComparing(Who::driver))
                .map(who -> row(who, theirs.getOrDefault(who.driver(), List.of())))
                .forEach(rows::add);
        rows.add(withoutDriver(nobodys));
        // Who has only parts of what counts elsewhere has nothing here.
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.state() == CellState.NOTHING));
        return rows;
    }

    /** All rows together, day by day. */
    List<Sum> days(List<PeriodRow> rows) {
        return IntStream.range(0, period.days().size())
                .mapToObj(day ->
                        Sum.of(rows.stream().map(row -> row.cells().get(day)).toList(), setting.rounding()))
                .toList();
    }

    private PeriodRow row(Who who, List<Session> sessions) {
        var worked = worked(sessions);
        var here = byDay(sessions);
        var begun = sessions.stream()
                .filter(session -> session.shift().counts())
                .map(session -> LocalDate.ofInstant(session.shift().logIn(), zone))
                .collect(Collectors.toSet());
        var cells = period.days().stream()
                .map(day ->
                        cell(who.driver(), day, here.getOrDefault(day, List.of()), worked.on(day), begun.contains(day)))
                .toList();
        return new PeriodRow(who.driver(), who.name(), cells, Sum.of(cells, setting.rounding()));
    }

    /** Each may be another's, so none takes time from another. */
    private PeriodRow withoutDriver(List<Session> sessions) {
        var here = byDay(sessions);
        var cells = period.days().stream()
                .map(day -> {
                    var counting = here.getOrDefault(day, List.of());
                    var totals = counting.stream()
                            .map(session -> worked(List.of(session)).on(day))
                            .reduce(DayTotals.NONE, DayTotals::plus);
                    return cell(null, day, counting, totals, false);
                })
                .toList();
        return new PeriodRow(null, null, cells, Sum.of(cells, setting.rounding()));
    }

    private WorkedDays worked(List<Session> sessions) {
        return new WorkedDays(
                zone, setting.dayRules(), sessions.stream().map(Session::shift).toList());
    }

    /** Which sessions count on which day of the period. */
    private Map<LocalDate, List<Session>> byDay(List<Session> sessions) {
        var here = new HashMap<LocalDate, List<Session>>();
        for (var session : sessions) {
            if (session.shift().counts()) {
                period.within(setting.dayRules().daysOf(session.shift(), zone))
                        .forEach(day -> here.computeIfAbsent(day, _ -> new ArrayList<>())
                                .add(session));
            }
        }
        return here;
    }

    /** @param begun whether something was entered on the day, wherever it counts */
    private PeriodCell cell(@Nullable UUID driver, LocalDate day, List<Session> here, DayTotals totals, boolean begun) {
        int against = (int) here.stream().filter(PeriodMaker::standsAgainst).count();
        int warnings = (int) here.stream()
                .filter(session -> session.warned() && !standsAgainst(session))
                .count();
        var seen = here.stream()
                .collect(Collectors.toMap(session -> session.shift().session(), Session::version));
        if (driver == null) {
            var state = here.isEmpty() ? CellState.NOTHING : CellState.HAS_PROBLEMS;
            return new PeriodCell(day, state, totals, here.size(), 0, seen, false);
        }
        var key = new DriverDay(driver, day);
        var signOff = signed.get(key);
        if (signOff != null) {
            return new PeriodCell(day, CellState.SIGNED, signOff.totals(), against, warnings, seen, false);
        }
        var state = state(key, here.isEmpty(), begun, against);
        return new PeriodCell(day, state, totals, against, warnings, seen, fallen.contains(key));
    }

    private CellState state(DriverDay day, boolean empty, boolean begun, int against) {
        if (!empty) {
            return against > 0 ? CellState.HAS_PROBLEMS : CellState.READY;
        }
        if (notWorked.contains(day)) {
            return CellState.OFF;
        }
        return !begun && usual.getOrDefault(day.driver(), Set.of()).contains(day.day())
                ? CellState.NOTHING_ENTERED
                : CellState.NOTHING;
    }

    private static boolean standsAgainst(Session session) {
        return session.refused() || session.shift().isOpen();
    }
}
