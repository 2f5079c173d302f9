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
import org.sessiondesk.sheet.FileShape;

/**
 * What each column of a file is.
 *
 * @param targets by column OnTime's name of a field, or {@link #KEEP}, or {@link #LEAVE_OUT}
 * @param zone in which times are meant that don't say theirs; absent where nobody said so yet
 */
public record ColumnMapping(
        FileKind kind,
        Map<String, String> targets,
        @Nullable ZoneId zone) {

    /** The column stays in the record under its own name, which OnTime may know. */
    public static final String KEEP = "*";

    /** The column is not taken in. */
    public static final String LEAVE_OUT = "";

    public ColumnMapping {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /** What is still to be decided before rows can be read. */
    public sealed interface Problem {

        /** No column is the ID. */
        record NoId() implements Problem {}

        /** Two columns are this member of the record. */
        record Twice(String member) implements Problem {}

        /** So many times don't say their zone. */
        record ZoneNeeded(long times) implements Problem {}
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
        long unmarked = unmarkedTimes(shape);
        if (unmarked > 0 && zone == null) {
            problems.add(new Problem.ZoneNeeded(unmarked));
        }
        return problems;
    }

    /** How many values of the columns that are times don't say their zone. */
    public long unmarkedTimes(FileShape shape) {
        return targets.entrySet().stream()
                .filter(target -> kind.field(target.getValue())
                        .filter(field -> field.form() == Form.TIME)
                        .isPresent())
                .mapToLong(target -> shape.unmarked().getOrDefault(target.getKey(), 0L))
                .sum();
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

    /** The same columns, times meant in this zone. */
    public ColumnMapping in(@Nullable ZoneId newZone) {
        return new ColumnMapping(kind, targets, newZone);
    }
}
