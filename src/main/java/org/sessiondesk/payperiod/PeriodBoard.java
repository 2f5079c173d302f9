package org.sessiondesk.payperiod;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payroll.PaySetting;
import org.sessiondesk.signoff.ClosedPeriod;
import org.sessiondesk.signoff.DayToSign;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.worktime.PayPeriod;

/**
 * A pay period.
 *
 * @param setting by which it is counted and paid
 * @param closed the closed periods that have a day of it
 * @param rows drivers by name
 * @param days all rows together, day by day
 * @param sum all days of all rows
 */
public record PeriodBoard(
        PayPeriod period,
        PaySetting setting,
        List<ClosedPeriod> closed,
        List<PeriodRow> rows,
        List<Sum> days,
        Sum sum) {

    public PeriodBoard {
        closed = List.copyOf(closed);
        rows = List.copyOf(rows);
        days = List.copyOf(days);
    }

    /** How many drivers' days stand so. Sessions without a driver are in none. */
    public int count(CellState state) {
        return (int) rows.stream()
                .filter(row -> row.driver() != null)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.state() == state)
                .count();
    }

    /**
     * The drivers' days that can be signed together, as they were seen: nothing stands against them, and no closed period
     * has them. What was opened again isn't among them: there somebody looks first at what changed.
     */
    public List<DayToSign> toSign() {
        var ready = new ArrayList<DayToSign>();
        for (var row : rows) {
            var driver = row.driver();
            if (driver != null) {
                row.cells().stream()
                        .filter(cell -> cell.state() == CellState.READY && !cell.again() && !isClosed(cell.day()))
                        .map(cell -> new DayToSign(new DriverDay(driver, cell.day()), cell.seen(), null))
                        .forEach(ready::add);
            }
        }
        return ready;
    }

    /** How a driver's day stands; absent for one that isn't here. */
    public @Nullable CellState state(DriverDay day) {
        return rows.stream()
                .filter(row -> day.driver().equals(row.driver()))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.day().equals(day.day()))
                .map(PeriodCell::state)
                .findFirst()
                .orElse(null);
    }

    /** A driver's name; the beginning of the ID of one who isn't here. */
    public String name(UUID driver) {
        return rows.stream()
                .filter(row -> driver.equals(row.driver()))
                .flatMap(row -> Stream.ofNullable(row.name()))
                .findFirst()
                .orElseGet(() -> driver.toString().substring(0, 8));
    }

    /** How many sessions without a driver count in it. */
    public int withoutDriver() {
        return (int) nobodys()
                .flatMap(cell -> cell.seen().keySet().stream())
                .distinct()
                .count();
    }

    /** How many sessions without a driver count on which days that aren't closed: nobody can sign them. */
    public SortedMap<LocalDate, Integer> leftWithoutDriver() {
        var left = new TreeMap<LocalDate, Integer>();
        nobodys()
                .filter(cell -> !cell.seen().isEmpty() && !isClosed(cell.day()))
                .forEach(cell -> left.put(cell.day(), cell.seen().size()));
        return left;
    }

    /** On which days that aren't closed nothing is entered of whom, though they usually work then; by day. */
    public List<DriverDay> leftWithNothing() {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.driver())
                        .flatMap(driver -> row.cells().stream()
                                .filter(cell -> cell.state() == CellState.NOTHING_ENTERED && !isClosed(cell.day()))
                                .map(cell -> new DriverDay(driver, cell.day()))))
                .sorted(Comparator.comparing(DriverDay::day))
                .toList();
    }

    private Stream<PeriodCell> nobodys() {
        return rows.stream().filter(row -> row.driver() == null).flatMap(row -> row.cells().stream());
    }

    private boolean isClosed(LocalDate day) {
        return closed.stream().anyMatch(one -> one.days().has(day));
    }

    /** Whether every day of it is closed. */
    public boolean isClosed() {
        return period.days().stream().allMatch(this::isClosed);
    }
}
