package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.filing.ColumnMapping;
import org.sessiondesk.filing.ColumnMapping.Problem;
import org.sessiondesk.filing.NoIds;
import org.sessiondesk.filing.TakenFile;
import org.sessiondesk.filing.Tally;
import org.sessiondesk.sheet.FileLimits;
import org.sessiondesk.sheet.FileRefusal;

/** What is said about a file, in sentences. */
final class FileWords {

    private FileWords() {}

    static String refusal(FileRefusal refusal) {
        String why = t(
                "intake.file.refused." + refusal.why(),
                FileLimits.MOST_BYTES >> 20,
                FileLimits.MOST_ROWS,
                refusal.about());
        return refusal.line() == 0 ? why : t("intake.file.in-line", refusal.line(), why);
    }

    static String reason(BadRow row) {
        return row.reason() == Reason.ID_TWICE
                ? t("intake.file.bad.ID_TWICE", row.earlier())
                : t("intake.file.bad." + row.reason());
    }

    static String problem(Problem problem) {
        return switch (problem) {
            case Problem.NoId() -> t("intake.file.problem.no-id");
            case Problem.Twice(String member) -> t("intake.file.problem.twice", member);
            case Problem.OrderNeeded(long dates) -> t("intake.file.problem.order", dates);
            case Problem.ZoneNeeded(long times) -> t("intake.file.problem.zone", times);
        };
    }

    /** Nothing that keeps anybody from going on. */
    static String noIds(NoIds noIds) {
        return t("intake.file.no-ids." + noIds.wireName(), noIds.column(), noIds.sample());
    }

    /** What a column can be, as its list shows it. */
    static String target(String target) {
        return switch (target) {
            case ColumnMapping.KEEP -> t("intake.file.target.keep");
            case ColumnMapping.LEAVE_OUT -> t("intake.file.target.leave-out");
            default -> t("intake.file.target." + target, target);
        };
    }

    /** {@code 12 new, 3 changed, 85 the same}, and what else there is. */
    static String tally(Tally tally) {
        return t("intake.file.tally", tally.added(), tally.changed(), tally.same())
                + (tally.held() == 0 ? "" : t("intake.file.tally.held", tally.held()))
                + (tally.bad() == 0 ? "" : t("intake.file.tally.bad", tally.bad()));
    }

    static String ending(TakenFile file) {
        return file.ending() == null ? t("intake.file.ending.NONE") : t("intake.file.ending." + file.ending());
    }
}
