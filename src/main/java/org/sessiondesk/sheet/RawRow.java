package org.sessiondesk.sheet;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the file.
 *
 * @param line where it begins
 * @param cells by column in the file's order; a column that a JSON record lacks is missing
 * @param surplus of a CSV the values past its last column, where there are any
 * @param record the whole JSON object, or what stands in its place, as it stands; null of a CSV
 * @param fault why its cells mean nothing; null if nothing is wrong so far
 */
public record RawRow(
        long line,
        SequencedMap<String, Cell> cells,
        List<String> surplus,
        @Nullable String record,
        @Nullable Fault fault) {

    /** Why a row's cells mean nothing. */
    public enum Fault {
        /** More or fewer values than the head line has columns. */
        CELLS,
        /** An object that names a member twice. */
        NO_RECORD,
        /** A member of a JSON list that is no object: null, a number, a text, a list. */
        NO_OBJECT
    }

    /**
     * A value.
     *
     * @param text as a person reads it; empty for none
     * @param json as it stands; null of a CSV
     */
    public record Cell(String text, @Nullable String json) {}

    /** What it takes of memory. */
    public long characters() {
        long count = record == null ? 0 : record.length();
        for (var cell : cells.values()) {
            count += cell.text().length()
                    + (cell.json() == null ? 0 : cell.json().length());
        }
        return count;
    }

    /** The cells found by a column's name in any case. */
    public Map<String, Cell> byName() {
        var found = new TreeMap<String, Cell>(String.CASE_INSENSITIVE_ORDER);
        found.putAll(cells);
        return found;
    }
}
