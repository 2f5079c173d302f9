package org.sessiondesk.session;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Problem;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionPlan.Change;
import org.sessiondesk.session.CorrectionPlan.Refusal;
import org.sessiondesk.session.DeliveryStanding.Situation;
import org.springframework.stereotype.Component;

/** Decides, with the session locked, whether a command may be done and what it would change; writes nothing. */
@Component
class CorrectionPlanner {

    private final SessionLocks locks;
    private final Corrections corrections;
    private final CorrectionCheck check;
    private final Circumstances around;
    private final TakingBack takingBack;

    CorrectionPlanner(
            SessionLocks locks,
            Corrections corrections,
            CorrectionCheck check,
            Circumstances around,
            TakingBack takingBack) {
        this.locks = locks;
        this.corrections = corrections;
        this.check = check;
        this.around = around;
        this.takingBack = takingBack;
    }

    CorrectionPlan plan(SessionCommand command, @Nullable SessionRow row) {
        return switch (command) {
            case SessionCommand.Create(var values, var reason, var note, var request) ->
                create(new SessionCommand.Create(
                        values.inWholeSeconds(EnumSet.allOf(SessionField.class)), reason, note, request));
            case SessionCommand.Correct correct -> correct(correct, present(row));
            case SessionCommand.Undo undo -> takingBack.undo(undo, present(row));
            case SessionCommand.Revert revert -> takingBack.revert(revert, present(row));
            case SessionCommand.Resolve resolve -> resolve(resolve, present(row));
            case SessionCommand.Withdraw withdraw -> withdraw(withdraw, present(row));
            case SessionCommand.LeaveOut leaveOut -> leaveOut(leaveOut, present(row));
            case SessionCommand.CountAgain again -> countAgain(again, present(row));
        };
    }

    private CorrectionPlan leaveOut(SessionCommand.LeaveOut leaveOut, SessionRow row) {
        if (row.discarded() || row.version() != leaveOut.expectedVersion()) {
            return around.stale(row);
        }
        if (row.leftOut()) {
            return around.tooLate(row);
        }
        var problems = CorrectionCheck.noteProblems(leaveOut.reason(), leaveOut.note());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        return counting(row, CorrectionKind.LEAVE_OUT, leaveOut.reason(), leaveOut.note());
    }

    private CorrectionPlan countAgain(SessionCommand.CountAgain again, SessionRow row) {
        if (row.discarded() || row.version() != again.expectedVersion()) {
            return around.stale(row);
        }
        return row.leftOut() ? counting(row, CorrectionKind.COUNT_AGAIN, null, null) : around.tooLate(row);
    }

    /** Another standing in totals; the values are the same. */
    private CorrectionPlan counting(
            SessionRow row, CorrectionKind kind, @Nullable Reason reason, @Nullable String note) {
        return around.veto(row.id(), row.values(), row.values())
                .orElseGet(() -> new Change(row, row.values(), kind, reason, note, null, false, row.edited()));
    }

    private CorrectionPlan create(SessionCommand.Create create) {
        var earlier = corrections.findByRequest(create.request());
        if (earlier.isPresent()) {
            return addedAlready(create, earlier.get());
        }
        var values = create.values();
        var problems = check.problems(values, EnumSet.allOf(SessionField.class), create.reason(), create.note());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        return around.veto(null, values, values)
                .orElseGet(() -> new Change(
                        null,
                        values,
                        CorrectionKind.CREATE,
                        create.reason(),
                        create.note(),
                        null,
                        create.request(),
                        false,
                        false));
    }

    /** It was stored, and the answer got lost. What was typed on since then is a correction of it. */
    private CorrectionPlan addedAlready(SessionCommand.Create create, CorrectionRow earlier) {
        var row = locks.one(earlier.sessionId()).orElseThrow();
        var typedOn = row.values().differences(create.values());
        if (typedOn.isEmpty()) {
            return new Refusal(new Saved(row.id(), earlier.id(), row.version()));
        }
        return correct(
                new SessionCommand.Correct(
                        row.id(), earlier.versionAfter(), create.values(), typedOn, create.reason(), create.note()),
                row);
    }

    private CorrectionPlan correct(SessionCommand.Correct correct, SessionRow row) {
        if (row.discarded() || row.version() != correct.expectedVersion()) {
            return around.stale(row);
        }
        var before = row.values();
        var after = before.with(correct.changed(), around.sendable(correct.values(), row));
        var changed = before.differences(after);
        var problems = check.problems(after, changed, correct.reason(), correct.note());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        if (changed.isEmpty()) {
            return new Refusal(new Invalid(List.of(new FieldProblem("", Problem.NOTHING_CHANGED))));
        }
        return around.veto(row.id(), before, after)
                .orElseGet(() -> new Change(
                        row, after, CorrectionKind.CORRECT, correct.reason(), correct.note(), null, false, true));
    }

    private CorrectionPlan resolve(SessionCommand.Resolve resolve, SessionRow row) {
        if (row.version() != resolve.expectedVersion()) {
            return around.stale(row);
        }
        var theirs = around.lastKnown(row);
        if (theirs == null || around.situation(row) != Situation.CONFLICT) {
            return around.tooLate(row);
        }
        if (!sees(resolve.ontime(), theirs)) {
            return around.stale(row);
        }
        var before = row.values();
        var ontime = SessionValues.of(theirs).unlessOnlyUnrecorded(before);
        var after = ontime.with(resolve.keepOurs(), before.inWholeSeconds(before.differences(ontime)));
        var problems = check.timeProblems(after, resolve.keepOurs());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        boolean edited = !after.equals(ontime) || around.differsFromFirstReading(row, SessionValues.of(theirs));
        return around.veto(row.id(), before, after)
                .orElseGet(() -> new Change(row, after, CorrectionKind.RESOLVE, null, null, null, false, edited));
    }

    private CorrectionPlan withdraw(SessionCommand.Withdraw withdraw, SessionRow row) {
        if (row.discarded() || row.version() != withdraw.expectedVersion()) {
            return around.stale(row);
        }
        var situation = around.situation(row);
        boolean refused = situation == Situation.REJECTED || situation == Situation.CONFLICT;
        boolean unsentCreate = row.ontimeId() == null && (refused || situation == Situation.UNTRIED);
        var before = row.values();
        if (unsentCreate) {
            return around.veto(row.id(), before, before)
                    .orElseGet(() ->
                            new Change(row, before, CorrectionKind.WITHDRAW, null, null, null, true, row.edited()));
        }
        var theirs = around.lastKnown(row);
        // What a settled day kept away waits for no delivery.
        if (theirs == null || !refused && situation != Situation.SETTLED) {
            return around.tooLate(row);
        }
        if (!sees(withdraw.ontime(), theirs)) {
            return around.stale(row);
        }
        var after = SessionValues.of(theirs).unlessOnlyUnrecorded(before);
        if (!refused && after.equals(before)) {
            return around.tooLate(row);
        }
        return around.veto(row.id(), before, after)
                .orElseGet(() -> new Change(
                        row,
                        after,
                        CorrectionKind.WITHDRAW,
                        null,
                        null,
                        null,
                        false,
                        around.differsFromFirstReading(row, SessionValues.of(theirs))));
    }

    /** Whether what a person decided about is what OnTime has, as far as is known here. */
    private static boolean sees(@Nullable SessionValues seen, UserSession theirs) {
        return seen != null && seen.toWire().differences(theirs.values()).isEmpty();
    }

    private static SessionRow present(@Nullable SessionRow row) {
        if (row == null) {
            throw new IllegalArgumentException("no such session");
        }
        return row;
    }
}
