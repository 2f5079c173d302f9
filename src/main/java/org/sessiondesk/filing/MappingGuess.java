package org.sessiondesk.filing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sessiondesk.sheet.FileShape;
import org.sessiondesk.sheet.FileShape.Format;

/** Guesses what a file holds by the names of its columns, in any case and however their words are parted. */
final class MappingGuess {

    /** A member's name as OnTime would write it. With another among them, somebody made the head line for people. */
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What only sessions have. A single one of them may be a vehicle's or a user's. */
    private static final Set<String> MARKS = Set.of("LogInTime", "LogOutTime", "StartMileage", "EndMileage");

    private static final int ENOUGH_MARKS = 2;

    private MappingGuess() {}

    /** Sessions if two times or mileages are met; else the kind whose fields are met most often. */
    static FileKind kind(FileShape shape) {
        long marks = fields(FileKind.SESSIONS, shape).values().stream()
                .filter(MARKS::contains)
                .count();
        if (marks >= ENOUGH_MARKS) {
            return FileKind.SESSIONS;
        }
        return Arrays.stream(FileKind.values())
                .max(Comparator.comparingInt(
                                (FileKind kind) -> fields(kind, shape).size())
                        .thenComparing(Comparator.<FileKind>naturalOrder().reversed()))
                .orElseThrow();
    }

    /** What each column is, if the file is of this kind. */
    static ColumnMapping of(FileKind kind, FileShape shape) {
        Map<String, String> fields = fields(kind, shape);
        boolean members = BadRowColumns.without(shape.columns()).stream()
                .allMatch(column -> MEMBER.matcher(column).matches());
        var targets = new LinkedHashMap<String, String>();
        for (String column : shape.columns()) {
            String field = fields.get(column);
            if (field != null) {
                targets.put(column, field);
            } else if (members && !BadRowColumns.isOne(column) && !means(kind, column, shape)) {
                targets.put(column, ColumnMapping.KEEP);
            } else {
                targets.put(column, ColumnMapping.LEAVE_OUT);
            }
        }
        return new ColumnMapping(kind, targets, null, null);
    }

    /** The first column that people call so, whatever stands in it. */
    static Optional<String> called(FileField field, FileShape shape) {
        return columns(field.words(), shape.columns()).stream().findFirst();
    }

    /** Whether it is a field's name, or in a head line what people call one: a record's member may be OnTime's own. */
    private static boolean means(FileKind kind, String column, FileShape shape) {
        return kind.field(column).isPresent()
                || shape.format() == Format.CSV
                        && kind.fields().stream()
                                .anyMatch(field -> field.words().contains(plain(column)));
    }

    private static Map<String, String> fields(FileKind kind, FileShape shape) {
        var found = new LinkedHashMap<String, String>();
        for (FileField field : kind.fields()) {
            var called = columns(field.words(), shape.columns()).stream()
                    .filter(column -> fits(field, column, shape))
                    .toList();
            Stream.concat(columns(field.spellings(), shape.columns()).stream(), called.stream())
                    .filter(column -> !found.containsKey(column))
                    .findFirst()
                    .ifPresent(column -> found.put(column, field.wireName()));
        }
        return found;
    }

    /** Where nothing stands nothing is wrong. */
    private static boolean fits(FileField field, String column, FileShape shape) {
        String sample = shape.samples().get(column);
        return sample == null
                || switch (field.form()) {
                    case ID -> shape.ids().contains(column);
                    case YES_NO -> RowReader.isYesOrNo(sample);
                    case TYPE, TIME, NUMBER, TEXT -> true;
                };
    }

    private static List<String> columns(List<String> spellings, List<String> columns) {
        return spellings.stream()
                .flatMap(spelling -> columns.stream().filter(column -> spelling.equals(plain(column))))
                .toList();
    }

    private static String plain(String column) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(column).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
