package org.sessiondesk.judge;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sessiondesk.judge.Mistake.Kind;

/** Scores as Markdown. */
final class ScoreTable {

    private ScoreTable() {}

    /**
     * @param scores by the judge's name: on fleets with mistakes
     * @param clean by the same names: on fleets without
     */
    static String of(Map<String, Score> scores, Map<String, Score> clean) {
        var names = scores.keySet();
        var table = new StringBuilder(
                "| | " + String.join(" | ", names) + " |\n|---|" + "---|".repeat(names.size()) + "\n");
        row(table, "sessions, mistakes", scores, Score::made);
        row(table, "precision", scores, score -> score.precision().toString());
        row(table, "recall", scores, score -> score.recall().toString());
        row(table, "slips told exactly", scores, score -> score.slips().toString());
        row(
                table,
                "of those that keep the last digit",
                scores,
                score -> score.tellableSlips().toString());
        row(table, "readings told within 2", scores, score -> score.withinTwo().toString());
        row(
                table,
                "end mileages never written, within 2",
                scores,
                score -> score.unwrittenWithinTwo().toString());
        row(table, "findings in 1,000 sessions, clean", clean, score -> "%.2f".formatted(score.falseInThousand()));
        row(table, "apart, clean: beyond the site's limits", clean, score -> "%,d".formatted(score.siteLimits()));
        row(table, "apart, clean: a shared account", clean, score -> "%,d".formatted(score.sharedAccounts()));
        for (var kind : Kind.values()) {
            row(table, "recall " + words(kind), scores, score -> share(score.recallByKind(), kind));
        }
        for (var kind : Kind.values()) {
            if (kind.slip()) {
                row(table, "exact " + words(kind), scores, score -> share(score.slipsByKind(), kind));
            }
        }
        row(table, "false findings", scores, ScoreTable::falseByRule);
        row(table, "false findings, clean", clean, ScoreTable::falseByRule);
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Map<String, Score> scores, Function<Score, String> cell) {
        table.append("| ").append(name);
        scores.values().forEach(score -> table.append(" | ").append(cell.apply(score)));
        table.append(" |\n");
    }

    private static String share(Map<Kind, Share> shares, Kind kind) {
        var share = shares.get(kind);
        return share == null ? "–" : share.toString();
    }

    private static String falseByRule(Score score) {
        return score.falseFindings().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().size())
                .collect(Collectors.joining(", "));
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
