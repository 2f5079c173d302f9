package org.sessiondesk.filing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Guesses what a file holds by the names of its columns, in any case and with or without blanks. */
final class MappingGuess {

    /** A member's name as OnTime would write it. With another among them, somebody made the head line for people. */
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private MappingGuess() {}

    /** The kind whose fields are met most often. */
    static FileKind kind(List<String> columns) {
        return Arrays.stream(FileKind.values())
                .max(Comparator.comparingInt(
                                (FileKind kind) -> fields(kind, columns).size())
                        .thenComparing(Comparator.<FileKind>naturalOrder().reversed()))
                .orElseThrow();
    }

    /** What each column is, if the file is of this kind. */
    static ColumnMapping of(FileKind kind, List<String> columns) {
        Map<String, String> fields = fields(kind, columns);
        boolean members = BadRowColumns.without(columns).stream()
                .allMatch(column -> MEMBER.matcher(column).matches());
        var targets = new LinkedHashMap<String, String>();
        for (String column : columns) {
            String field = fields.get(column);
            if (field != null) {
                targets.put(column, field);
            } else if (members
                    && !BadRowColumns.isOne(column)
                    && kind.field(column).isEmpty()) {
                targets.put(column, ColumnMapping.KEEP);
            } else {
                targets.put(column, ColumnMapping.LEAVE_OUT);
            }
        }
        return new ColumnMapping(kind, targets, null, null);
    }

    private static Map<String, String> fields(FileKind kind, List<String> columns) {
        var found = new LinkedHashMap<String, String>();
        for (FileField field : kind.fields()) {
            field.spellings().stream()
                    .flatMap(spelling -> columns.stream()
                            .filter(column -> spelling.equals(plain(column)) && !found.containsKey(column)))
                    .findFirst()
                    .ifPresent(column -> found.put(column, field.wireName()));
        }
        return found;
    }

    private static String plain(String column) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(column).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
