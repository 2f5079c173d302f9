package org.sessiondesk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which room writes which table: by the migration that makes it. */
final class TableOwners {

    /** The first number of a migration says its room, the tens being its floor. A new decade is said here. */
    private static final Map<Integer, String> ROOM_OF_MIGRATION = new TreeMap<>(Map.ofEntries(
            Map.entry(5, "live"),
            Map.entry(10, "audit"),
            Map.entry(20, "account"),
            Map.entry(30, "connection"),
            Map.entry(31, "roster"),
            Map.entry(40, "session"),
            Map.entry(45, "intake"),
            Map.entry(50, "delivery"),
            Map.entry(60, "delivery"),
            Map.entry(62, "delivery"),
            Map.entry(73, "intake"),
            Map.entry(74, "filing"),
            Map.entry(80, "delivery"),
            Map.entry(82, "finding"),
            Map.entry(85, "finding"),
            Map.entry(86, "account"),
            Map.entry(88, "signoff"),
            Map.entry(89, "payroll"),
            Map.entry(91, "roster"),
            Map.entry(92, "payout"),
            Map.entry(93, "morning")));

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_]+)");

    private TableOwners() {}

    static Map<String, String> of(Path migrations) {
        Map<String, String> owners = new TreeMap<>();
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                for (String table : tablesMadeIn(file)) {
                    owners.put(table, room(file, table));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return owners;
    }

    private static List<String> tablesMadeIn(Path file) throws IOException {
        Matcher created = CREATED.matcher(Files.readString(file).toLowerCase(Locale.ROOT));
        return created.results().map(result -> result.group(1)).toList();
    }

    private static String room(Path file, String table) {
        Matcher version = VERSION.matcher(String.valueOf(file.getFileName()));
        String room = version.matches() ? ROOM_OF_MIGRATION.get(Integer.parseInt(version.group(1))) : null;
        if (room == null) {
            throw new AssertionError(
                    "Say in TableOwners which room writes " + table + ", made in " + file.getFileName());
        }
        return room;
    }
}
