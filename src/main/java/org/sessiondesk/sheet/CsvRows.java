package org.sessiondesk.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.RawRow.Cell;

/** The rows of a CSV below its head line. What stands in a cell is a text, also where it looks like a formula. */
final class CsvRows implements RowSource {

    private static final char[] DELIMITERS = {',', ';', '\t'};

    private final StrictText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long line;

    private CsvRows(StrictText text, char delimiter) throws IOException {
        this.text = text;
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.records = parser.iterator();
        this.columns = columns(nextRecord());
    }

    static CsvRows of(Path file) throws IOException {
        char delimiter = delimiter(file);
        var text = StrictText.of(file);
        try {
            return new CsvRows(text, delimiter);
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /** The one that stands most often in the first line that isn't empty, outside quotation marks. */
    private static char delimiter(Path file) throws IOException {
        String head = "";
        try (var lines = new BufferedReader(StrictText.of(file))) {
            for (String line = ""; line != null && head.isBlank(); line = lines.readLine()) {
                head = line;
            }
        }
        var counts = new HashMap<Character, Integer>();
        boolean quoted = false;
        for (char c : head.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted) {
                counts.merge(c, 1, Integer::sum);
            }
        }
        char most = DELIMITERS[0];
        for (char candidate : DELIMITERS) {
            if (counts.getOrDefault(candidate, 0) > counts.getOrDefault(most, 0)) {
                most = candidate;
            }
        }
        return most;
    }

    private static List<String> columns(@Nullable CSVRecord head) throws FileRefused {
        if (head == null) {
            throw new FileRefused(Why.EMPTY, 0);
        }
        if (head.size() > FileLimits.MOST_COLUMNS) {
            throw new FileRefused(Why.TOO_MANY_COLUMNS, 1);
        }
        var names = new ArrayList<String>();
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String cell : head) {
            String name = cell.isBlank() ? "#" + (names.size() + 1) : cell.strip();
            if (!seen.add(name)) {
                throw new FileRefused(Why.COLUMN_TWICE, 1);
            }
            names.add(name);
        }
        return Collections.unmodifiableList(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        var record = nextRecord();
        return record == null ? null : row(record);
    }

    private RawRow row(CSVRecord record) throws FileRefused {
        var cells = new LinkedHashMap<String, Cell>();
        int n = 0;
        for (String value : record) {
            if (value.length() > FileLimits.LONGEST_VALUE) {
                throw new FileRefused(Why.TOO_LONG, line);
            }
            if (n < columns.size()) {
                cells.put(columns.get(n), new Cell(value, null));
            }
            n++;
        }
        return new RawRow(line, cells, null, n == columns.size() ? null : RawRow.Fault.CELLS);
    }

    /** The next one that isn't an empty line. */
    private @Nullable CSVRecord nextRecord() throws IOException {
        try {
            while (true) {
                text.recordHere();
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                var record = records.next();
                if (record.size() != 1 || !record.get(0).isBlank()) {
                    return record;
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            var refused = FileRefused.in(e);
            throw refused != null ? refused : new FileRefused(Why.QUOTES, line);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
