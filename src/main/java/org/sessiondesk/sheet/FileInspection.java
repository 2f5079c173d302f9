package org.sessiondesk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileShape.Unmarked;

/** Goes through a file once, to its end, so that what can't be read is refused before anybody is asked anything. */
public final class FileInspection {

    private static final int SAMPLE = 60;

    private static final Pattern ID =
            Pattern.compile("\\s*\\{?[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\\}?\\s*");

    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> inOrder = new ArrayList<>();
    private final Map<String, String> samples = new HashMap<>();
    private final Map<String, Unmarked> unmarked = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long rows;

    private FileInspection() {}

    /** What the file holds. The progress is told the number of records so far, and may throw to stop it. */
    public static FileShape of(Path file, LongConsumer progress) throws IOException {
        return new FileInspection().look(file, progress);
    }

    private FileShape look(Path file, LongConsumer progress) throws IOException {
        var format = FileFormat.of(file);
        try (var source = RowSource.of(format, file)) {
            for (String column : source.columns()) {
                column(column, 1);
            }
            for (var row = source.next(); row != null; row = source.next()) {
                if (++rows > FileLimits.MOST_ROWS) {
                    throw new FileRefused(Why.TOO_MANY_ROWS, row.line());
                }
                for (var cell : row.cells().entrySet()) {
                    value(column(cell.getKey(), row.line()), cell.getValue().text());
                }
                progress.accept(rows);
            }
        }
        if (rows == 0) {
            throw new FileRefused(Why.NO_ROWS, 0);
        }
        return new FileShape(
                format, List.copyOf(inOrder), rows, Map.copyOf(samples), Map.copyOf(unmarked), Set.copyOf(ids));
    }

    /** The column by its first spelling. */
    private String column(String name, long line) throws FileRefused {
        String known = columns.putIfAbsent(name, name);
        if (known != null) {
            return known;
        }
        if (name.length() > FileLimits.LONGEST_NAME) {
            throw new FileRefused(Why.TOO_LONG, line);
        }
        inOrder.add(name);
        if (inOrder.size() > FileLimits.MOST_COLUMNS) {
            throw new FileRefused(Why.TOO_MANY_COLUMNS, line);
        }
        return name;
    }

    private void value(String column, String text) {
        if (!text.isBlank() && !samples.containsKey(column)) {
            samples.put(column, ShownText.cut(text, SAMPLE));
        }
        if (!ids.contains(column) && ID.matcher(text).matches()) {
            ids.add(column);
        }
        UnmarkedTime.of(text)
                .filter(time -> !time.none())
                .ifPresent(time -> unmarked.put(
                        column, unmarked.getOrDefault(column, Unmarked.NONE).plus(time)));
    }
}
