package org.sessiondesk.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.roster.NumberFile.Which;
import org.sessiondesk.sheet.FileInspection;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileRefused;
import org.sessiondesk.sheet.RawRow;
import org.sessiondesk.sheet.RowSource;
import org.springframework.stereotype.Component;

/** Reads files with payroll numbers. Columns are found by their names, written with or without blanks. */
@Component
public class NumberFiles {

    /** Far more than a list of people takes. */
    public static final int MOST_BYTES = 2 << 20;

    private static final Pattern ONTIME_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Set<String> IDS = Set.of("ontimeid", "driverontimeid", "userid", "driverid", "id");
    private static final Set<String> NAMES = Set.of("driver", "drivername", "name", "employee", "employeename");
    private static final Set<String> FIRST_NAMES = Set.of("firstname", "givenname");
    private static final Set<String> LAST_NAMES = Set.of("lastname", "surname", "familyname");
    private static final Set<String> NUMBERS = Set.of(
            "payrollnumber",
            "payrollno",
            "payrollid",
            "payroll",
            "personnelnumber",
            "personnelno",
            "employeenumber",
            "employeeno",
            "employeeid",
            "number",
            "no");

    /** Reads it to its end; nothing of it is kept. */
    public NumberFile read(InputStream in) throws IOException {
        Path file = Files.createTempFile("payroll-numbers", ".upload");
        try {
            Files.write(file, in.readNBytes(MOST_BYTES + 1));
            if (Files.size(file) > MOST_BYTES) {
                return new NumberFile.Refused(new FileRefusal(Why.TOO_BIG, 0));
            }
            return read(file);
        } catch (FileRefused refused) {
            return new NumberFile.Refused(refused.refusal());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static NumberFile read(Path file) throws IOException {
        var shape = FileInspection.of(file, _ -> {});
        var columns = Columns.of(shape.columns());
        if (!columns.has(NUMBERS)) {
            return new NumberFile.ColumnMissing(Which.NUMBER, shape.columns());
        }
        if (!columns.has(IDS) && !columns.has(NAMES) && !columns.has(LAST_NAMES)) {
            return new NumberFile.ColumnMissing(Which.DRIVER, shape.columns());
        }
        var lines = new ArrayList<FiledNumber>();
        try (var source = RowSource.of(shape.format(), file)) {
            for (var row = source.next(); row != null; row = source.next()) {
                lines.add(new FiledNumber(row.line(), columns.driver(row), columns.cell(row, NUMBERS)));
            }
        }
        return new NumberFile.Lines(List.copyOf(lines));
    }

    /** Which of a file's columns are which. */
    private record Columns(Map<String, String> byPlainName) {

        static Columns of(List<String> names) {
            var byPlainName = new TreeMap<String, String>();
            names.forEach(name -> byPlainName.putIfAbsent(plain(name), name));
            return new Columns(byPlainName);
        }

        /** {@code Payroll no.} is {@code payrollno}. */
        private static String plain(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        }

        boolean has(Set<String> names) {
            return names.stream().anyMatch(byPlainName::containsKey);
        }

        /** OnTime's ID where there is one, else the name: another ID, such as a personnel office's, says nothing here. */
        String driver(RawRow row) {
            var ontimeIds =
                    cells(row, IDS).filter(text -> ONTIME_ID.matcher(text).matches());
            return Stream.concat(ontimeIds, Stream.of(cell(row, NAMES), fullName(row), cell(row, IDS)))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private String fullName(RawRow row) {
            return Stream.of(cell(row, LAST_NAMES), cell(row, FIRST_NAMES))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        /** The first of these columns in which something stands. */
        String cell(RawRow row, Set<String> names) {
            return cells(row, names).findFirst().orElse("");
        }

        private Stream<String> cells(RawRow row, Set<String> names) {
            return names.stream()
                    .sorted()
                    .flatMap(name -> Stream.ofNullable(byPlainName.get(name)))
                    .flatMap(column -> Stream.ofNullable(row.cells().get(column)))
                    .map(cell -> cell.text().strip())
                    .filter(text -> !text.isEmpty());
        }
    }
}
