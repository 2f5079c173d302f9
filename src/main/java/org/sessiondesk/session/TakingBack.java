package org.sessiondesk.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionPlan.Change;
import org.sessiondesk.session.CorrectionPlan.Refusal;
import org.sessiondesk.session.DeliveryStanding.Situation;
import org.springframework.stereotype.Component;

/** Takes corrections back: the newest as if it hadn't been, while nothing has left; an earlier one by a new correction. */
@Component
class TakingBack {

    private final Corrections corrections;
    private final CorrectionCheck check;
    private final Circumstances around;

    TakingBack(Corrections corrections, CorrectionCheck check, Circumstances around) {
        this.corrections = corrections;
        this.check = check;
        this.around = around;
    }

    CorrectionPlan undo(SessionCommand.Undo undo, SessionRow row) {
        var undone = undoable(row).filter(newest -> newest.id().equals(undo.correction()));
        return undone.isEmpty() || row.discarded() ? around.tooLate(row) : undo(undone.get(), row);
    }

    private CorrectionPlan undo(CorrectionRow undone, SessionRow row) {
        var before = row.values();
        boolean discard = undone.kind() == CorrectionKind.CREATE;
        var after = discard ? before : around.orTheirs(row, FieldChange.undo(before, undone.changes()));
        boolean edited = editedWithoutNewest(row, after);
        return around.veto(row.id(), before, after)
                .orElseGet(() -> new Change(row, after, CorrectionKind.UNDO, null, null, undone, discard, edited));
    }

    /** As the correction below the newest left it; where that took something back, the values say. */
    private boolean editedWithoutNewest(SessionRow row, SessionValues after) {
        return corrections.newestStanding(row.id()).stream()
                .skip(1)
                .findFirst()
                .map(below -> switch (below.kind()) {
                    case CORRECT -> true;
                    case CREATE -> false;
                    default -> differsFromFirst(row, after);
                })
                .orElse(false);
    }

    CorrectionPlan revert(SessionCommand.Revert revert, SessionRow row) {
        if (row.discarded()) {
            return around.tooLate(row);
        }
        if (row.version() != revert.expectedVersion()) {
            return around.stale(row);
        }
        return corrections.changesNotUndone(row.id()).stream()
                .filter(earlier -> earlier.id().equals(revert.correction()))
                .findFirst()
                .filter(earlier -> !waitsToBeUndone(earlier, row))
                .map(earlier -> revert(earlier, row))
                .orElseGet(() -> around.tooLate(row));
    }

    private CorrectionPlan revert(CorrectionRow earlier, SessionRow row) {
        var before = row.values();
        var after = without(earlier, row);
        var changed = before.differences(after);
        if (changed.isEmpty()) {
            return around.tooLate(row);
        }
        var problems = check.problemsOfFormer(after, changed);
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        boolean edited = differsFromFirst(row, after);
        return around.veto(row.id(), before, after)
                .orElseGet(() -> new Change(row, after, CorrectionKind.REVERT, null, null, earlier, false, edited));
    }

    TakeBacks possible(SessionRow row) {
        if (row.discarded()) {
            return TakeBacks.NONE;
        }
        var undoable = undoable(row).map(CorrectionRow::id).orElse(null);
        var revertible = corrections.changesNotUndone(row.id()).stream()
                .filter(earlier -> !earlier.id().equals(undoable))
                .filter(earlier -> !without(earlier, row).equals(row.values()))
                .map(CorrectionRow::id)
                .collect(Collectors.toSet());
        return new TakeBacks(undoable, revertible);
    }

    /** The session's values once what still stands of a correction is as it was before. */
    private SessionValues without(CorrectionRow earlier, SessionRow row) {
        var now = row.values();
        var standing = FieldChange.standing(now, earlier.changes());
        var former = FieldChange.undo(now, standing);
        return now.with(now.differences(former), around.sendable(former, row));
    }

    /** As long as the newest hasn't left it is undone, which sends nothing. */
    private boolean waitsToBeUndone(CorrectionRow correction, SessionRow row) {
        return undoable(row)
                .filter(newest -> newest.id().equals(correction.id()))
                .isPresent();
    }

    private Optional<CorrectionRow> undoable(SessionRow row) {
        return corrections.newestStanding(row.id()).stream()
                .findFirst()
                .filter(newest -> newest.kind().canBeUndone())
                .filter(newest -> around.situation(row) == Situation.UNTRIED);
    }

    /** Whether the driver's own entry, or what the office added, is another; a fraction of a second that can't be sent is none. */
    private boolean differsFromFirst(SessionRow row, SessionValues values) {
        var all = EnumSet.allOf(SessionField.class);
        var first = row.addedByOffice() ? asAdded(row) : row.asFirstRead();
        return first == null
                || !values.unlessOnlyUnrecorded(first).inWholeSeconds(all).equals(first.inWholeSeconds(all));
    }

    private @Nullable SessionValues asAdded(SessionRow row) {
        return corrections
                .created(row.id())
                .map(created -> FieldChange.redo(SessionValues.NONE, created.changes()))
                .orElse(null);
    }
}
