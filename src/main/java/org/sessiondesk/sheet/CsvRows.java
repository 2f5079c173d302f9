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
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.RawRow.Cell;

/** The rows of a CSV below its head line. What stands in a cell is a text, also where it looks like a formula. */
final class CsvRows implements RowSource {

    private static final int LONGEST_NAME_SHOWN = 60;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** How spreadsheet programs name it in a line of its own. */
    private static final Pattern SAID = Pattern.compile("(?i)\\s*\"?sep=([,;\\t|])\"?\\s*");

    /** What is the name of no column: a Guid, or a time with its zone. */
    private static final Pattern VALUE = Pattern.compile(
            "(?i)\\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}?|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*");

    private final StrictText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final char delimiter;
    private final List<String> columns;
    private long line;

    private CsvRows(StrictText text, char delimiter) throws IOException {
        this.text = text;
        this.delimiter = delimiter;
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
        this.records = parser.iterator();
        this.columns = headLine();
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

    /** What the first line that isn't empty says; else the one that stands most often in it, outside quotation marks. */
    private static char delimiter(Path file) throws IOException {
        String head = firstLine(file);
        var said = SAID.matcher(head);
        if (said.matches()) {
            return said.group(1).charAt(0);
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

    private static String firstLine(Path file) throws IOException {
        try (var lines = new BufferedReader(StrictText.of(file))) {
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            return line == null ? "" : line;
        }
    }

    /** The names of the head line; a delimiter said before it is none, nor are blanks at its end. */
    private List<String> headLine() throws IOException {
        var head = nextRecord();
        if (head != null
                && SAID.matcher(String.join(String.valueOf(delimiter), head)).matches()) {
            head = nextRecord();
        }
        return columns(head);
    }

    private List<String> columns(@Nullable CSVRecord head) throws FileRefused {
        if (head == null) {
            throw new FileRefused(Why.EMPTY, 0);
        }
        if (head.size() > FileLimits.MOST_COLUMNS) {
            throw new FileRefused(Why.TOO_MANY_COLUMNS, line);
        }
        var names = new ArrayList<String>();
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String cell : head.toList().subList(0, filled(head))) {
            String name = cell.isBlank() ? "#" + (names.size() + 1) : FormulaGuard.unguarded(cell.strip());
            if (VALUE.matcher(name).matches() || UnmarkedTime.of(name).isPresent()) {
                throw new FileRefused(Why.NO_HEAD, line);
            }
            if (!seen.add(name)) {
                throw new FileRefused(new FileRefusal(Why.COLUMN_TWICE, line, ShownText.cut(name, LONGEST_NAME_SHOWN)));
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
        var surplus = new ArrayList<String>();
        int filled = filled(record);
        int n = 0;
        for (String value : record) {
            if (value.length() > FileLimits.LONGEST_VALUE) {
                throw new FileRefused(Why.TOO_LONG, line);
            }
            if (n < columns.size()) {
                cells.put(columns.get(n), new Cell(FormulaGuard.unguarded(value), null));
            } else if (n < filled) {
                surplus.add(FormulaGuard.unguarded(value));
            }
            n++;
        }
        boolean fits = n >= columns.size() && surplus.isEmpty();
        return new RawRow(line, cells, surplus, null, fits ? null : RawRow.Fault.CELLS);
    }

    /** How many of its values there are without blank ones at its end, which spreadsheet programs add. */
    private static int filled(CSVRecord record) {
        int filled = record.size();
        while (filled > 0 && record.get(filled - 1).isBlank()) {
            filled--;
        }
        return filled;
    }

    /** The next one in which anything stands. */
    private @Nullable CSVRecord nextRecord() throws IOException {
        try {
            while (true) {
                text.recordHere();
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                var record = records.next();
                if (filled(record) > 0) {
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
