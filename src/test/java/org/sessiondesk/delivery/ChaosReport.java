package org.sessiondesk.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Says in Markdown what a chaos run did and found. */
final class ChaosReport {

    private ChaosReport() {}

    /** Writes it below target and prints it. */
    static void write(Chaos.Done done) {
        try {
            var folder = Files.createDirectories(Path.of("target", "chaos"));
            var lines = lines(done);
            Files.write(folder.resolve("report.md"), lines);
            lines.forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Chaos.Done done) {
        var lines = new ArrayList<String>();
        lines.add("# Chaos run");
        lines.add("");
        lines.add("Written " + Instant.now() + " by `./mvnw verify -Pchaos`, on "
                + Runtime.getRuntime().availableProcessors() + " cores.");
        lines.add("");
        lines.add(say(
                "%d corrections in %d sessions, %d of them added here. Two portals in processes of their own on one"
                        + " PostgreSQL, OnTime's stand-in in a third: %d × kill -9, %d × SIGSTOP for %d s and SIGCONT,"
                        + " a reader idle in its transaction for %d s. %d s in all; the backlog was empty and every"
                        + " session read again %d s after the faults' end.",
                done.corrections(),
                done.plan().read() + done.plan().added(),
                done.plan().added(),
                done.kills(),
                done.freezes(),
                Chaos.FROZEN.toSeconds(),
                done.idle().toSeconds(),
                done.took().toSeconds(),
                done.drained().toSeconds()));
        lines.add("");
        lines.add(say(
                "Dice for every call: %s, 30 %% in all; for every POST: %.0f %% stored and their answers lost; for every"
                        + " call besides: %.0f %% taken and %.0f %% answered a second late.",
                new TreeMap<>(Chaos.FAULTS), Chaos.LOST_ANSWERS * 100, Chaos.SLOW * 100, Chaos.SLOW * 100));
        lines.add("");
        lines.add("| must be 0 | |");
        lines.add("| --- | --- |");
        done.wrong().forEach((what, count) -> lines.add("| " + what + " | **" + count + "** |"));
        lines.add("");
        lines.add("| what happened | |");
        lines.add("| --- | --- |");
        done.counts().forEach((what, count) -> lines.add("| " + what + " | " + count + " |"));
        lines.add("");
        lines.add("Settings, where they differ from a portal as shipped: "
                + String.join(
                        ", ",
                        DeliveryProcesses.WAITS.entrySet().stream()
                                .map(each -> "`" + each + "`")
                                .toList())
                + ", `SESSIONDESK_ONTIME_READ_INTERVAL=24h`, no grace.");
        return lines;
    }

    private static String say(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
