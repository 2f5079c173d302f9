package org.sessiondesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one class measured, as Markdown: printed, kept as {@code target/bench/NAME.md}, and joined with the others' in
 * {@code target/bench/results.md}. Written when it is closed, whatever happened before.
 */
final class BenchReport implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "bench");

    private final String name;
    private final List<String> ratios = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param name as in {@code -Dbench=NAME} */
    BenchReport(String name) {
        this.name = name;
    }

    /**
     * A ratio with what is compared, as {@code ours ÷ floor}.
     *
     * @param unit of what stands above and below the line
     */
    void ratio(String compared, Ratios measured, String unit, Limit limit) {
        ratios.add("| %s | %s | %s | **%s** (%s to %s) | %d | %s %s | %s %s |"
                .formatted(
                        compared,
                        limit,
                        verdict(limit.holds(measured.median())),
                        Limit.plain(measured.median()),
                        Limit.plain(measured.lowest()),
                        Limit.plain(measured.highest()),
                        measured.pairs().size(),
                        Limit.plain(measured.ours()),
                        unit,
                        Limit.plain(measured.floor()),
                        unit));
    }

    /** What one act took. */
    void counts(String act, Counts each) {
        counts.add("| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        act,
                        Limit.plain(each.statements()),
                        Limit.plain(each.transactions()),
                        Limit.plain(each.sharedBuffers()),
                        Limit.plain(each.walBytes()),
                        Limit.plain(each.walSyncs()),
                        Limit.plain(each.cpuMillis())));
    }

    /** A single figure that has to keep a limit. */
    void fact(String what, double figure, String unit, Limit limit) {
        facts.add("| %s | %s | %s | **%s** %s |"
                .formatted(what, limit, verdict(limit.holds(figure)), Limit.plain(figure), unit));
    }

    /** A sentence below the tables. */
    void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void close() throws IOException {
        Files.createDirectories(FOLDER);
        String text = text();
        Files.writeString(FOLDER.resolve(name + ".md"), text);
        try (Stream<Path> reports = Files.list(FOLDER)) {
            List<Path> all = reports.filter(file -> file.toString().endsWith(".md") && !file.endsWith("results.md"))
                    .sorted()
                    .toList();
            StringBuilder joined = new StringBuilder("# Measured\n");
            for (Path report : all) {
                joined.append('\n').append(Files.readString(report));
            }
            Files.writeString(FOLDER.resolve("results.md"), joined);
        }
        System.out.println(text);
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        parts.add("## " + name);
        parts.add(Instant.now().truncatedTo(ChronoUnit.MINUTES) + ", " + Machine.words()
                + "\n\n`./mvnw verify -Pbench -Dbench=" + name + "`");
        table(parts, "| ratio | wanted | | median (range) | pairs | above the line | below |", 7, ratios);
        table(parts, "| figure | wanted | | measured |", 4, facts);
        table(
                parts,
                "| one act | statements | transactions | shared buffers | WAL bytes | WAL syncs | CPU-ms |",
                7,
                counts);
        if (!notes.isEmpty()) {
            parts.add(notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", parts) + "\n";
    }

    private static void table(List<String> parts, String head, int columns, List<String> rows) {
        if (!rows.isEmpty()) {
            parts.add(head + "\n" + "| --- ".repeat(columns) + "|\n" + String.join("\n", rows));
        }
    }

    private static String verdict(boolean holds) {
        return holds ? "kept" : "**falls short**";
    }
}
