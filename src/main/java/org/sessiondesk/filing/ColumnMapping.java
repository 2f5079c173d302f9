package org.sessiondesk.filing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.filing.FileField.Form;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.sheet.FileShape;
import org.sessiondesk.sheet.FileShape.Unmarked;

/**
 * What each column of a file is.
 *
 * @param targets by column OnTime's name of a field, or {@link #KEEP}, or {@link #LEAVE_OUT}
 * @param zone in which times are meant that don't say theirs; absent where nobody said so yet
 * @param dates how dates are meant that end with their year; absent where nobody said so yet
 */
public record ColumnMapping(
        FileKind kind,
        Map<String, String> targets,
        @Nullable ZoneId zone,
        @Nullable DateOrder dates) {

    /** The column stays in the record under its own name, which OnTime may know. */
    public static final String KEEP = "*";

    /** The column is not taken in. */
    public static final String LEAVE_OUT = "";

    public ColumnMapping {
        var chosen = new LinkedHashMap<String, String>();
        for (var target : targets.entrySet()) {
            chosen.put(target.getKey(), target(kind, target.getKey(), target.getValue()));
        }
        targets = Collections.unmodifiableMap(chosen);
    }

    /** A column that is kept under the name of a field, in any case, is that field: OnTime would read it as such. */
    private static String target(FileKind kind, String column, String target) {
        return target.equals(KEEP) ? kind.field(column).map(FileField::wireName).orElse(KEEP) : target;
    }

    /** What is still to be decided before rows can be read. */
    public sealed interface Problem {

        /** No column is the ID. */
        record NoId() implements Problem {}

        /** Two columns are this member of the record. */
        record Twice(String member) implements Problem {}

        /** So many times don't say their zone. */
        record ZoneNeeded(long times) implements Problem {}

        /** So many dates don't say whether the month or the day comes first. */
        record OrderNeeded(long dates) implements Problem {}
    }

    /** What keeps the file from being looked through with this mapping; empty if nothing does. */
    public List<Problem> problems(FileShape shape) {
        var problems = new ArrayList<Problem>();
        if (columnOf(FileField.RECORD_ID).isEmpty()) {
            problems.add(new Problem.NoId());
        }
        var members = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        targets.forEach((column, target) -> {
            if (!target.equals(LEAVE_OUT) && !members.add(member(column, target))) {
                problems.add(new Problem.Twice(member(column, target)));
            }
        });
        var unmarked = unmarked(shape);
        if (unmarked.unordered() > 0 && dates == null) {
            problems.add(new Problem.OrderNeeded(unmarked.unordered()));
        }
        if (unmarked.times() > 0 && zone == null) {
            problems.add(new Problem.ZoneNeeded(unmarked.times()));
        }
        return problems;
    }

    /** What is to be asked about the columns that are times. */
    public Unmarked unmarked(FileShape shape) {
        return targets.entrySet().stream()
                .filter(target -> kind.field(target.getValue())
                        .filter(field -> field.form() == Form.TIME)
                        .isPresent())
                .map(target -> shape.unmarked().getOrDefault(target.getKey(), Unmarked.NONE))
                .reduce(Unmarked.NONE, Unmarked::plus);
    }

    /** The column that is this field. */
    Optional<String> columnOf(String wireName) {
        return targets.entrySet().stream()
                .filter(target -> target.getValue().equals(wireName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a column's values are called in the record. */
    static String member(String column, String target) {
        return target.equals(KEEP) ? column : target;
    }

    /** With the order of the dates as the file itself tells it, whatever was said of another file; else as it was. */
    public ColumnMapping ordered(FileShape shape) {
        var unmarked = unmarked(shape);
        if (unmarked.dayFirst() > 0 == unmarked.monthFirst() > 0) {
            return this;
        }
        return with(unmarked.dayFirst() > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /**
     * As remembered from another file, for this one: what its own dates tell counts more, and where they contradict each
     * other a person is asked again.
     */
    ColumnMapping forFile(FileShape shape) {
        var unmarked = unmarked(shape);
        boolean contradicting = unmarked.dayFirst() > 0 && unmarked.monthFirst() > 0;
        return contradicting ? with(null) : ordered(shape);
    }

    private ColumnMapping with(@Nullable DateOrder order) {
        return new ColumnMapping(kind, targets, zone, order);
    }
}
