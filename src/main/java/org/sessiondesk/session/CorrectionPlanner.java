package org.sessiondesk.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.CorrectionOutcome.FieldProblem;
import org.sessiondesk.session.CorrectionOutcome.Invalid;
import org.sessiondesk.session.CorrectionOutcome.Locked;
import org.sessiondesk.session.CorrectionOutcome.Problem;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.CorrectionOutcome.Stale;
import org.sessiondesk.session.CorrectionOutcome.TooLate;
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
    private final List<CorrectionVeto> vetoes;
    private final DeliveryStanding standing;
    private final UserSessionText texts;

    CorrectionPlanner(
            SessionLocks locks,
            Corrections corrections,
            CorrectionCheck check,
            List<CorrectionVeto> vetoes,
            DeliveryStanding standing,
            UserSessionText texts) {
        this.locks = locks;
        this.corrections = corrections;
        this.check = check;
        this.vetoes = vetoes;
        this.standing = standing;
        this.texts = texts;
    }

    CorrectionPlan plan(SessionCommand command, @Nullable SessionRow row) {
        return switch (command) {
            case SessionCommand.Create(var values, var reason, var note, var request) ->
                create(new SessionCommand.Create(
                        values.inWholeSeconds(EnumSet.allOf(SessionField.class)), reason, note, request));
            case SessionCommand.Correct correct -> correct(correct, present(row));
            case SessionCommand.Undo undo -> undo(undo, present(row));
            case SessionCommand.Resolve resolve -> resolve(resolve, present(row));
            case SessionCommand.Withdraw withdraw -> withdraw(withdraw, present(row));
        };
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
        return veto(values, values)
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
            return new Refusal(new Stale(row.toSession(texts)));
        }
        var before = row.values();
        var after = before.with(correct.changed(), sendable(correct.values(), row));
        var changed = before.differences(after);
        var problems = check.problems(after, changed, correct.reason(), correct.note());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        if (changed.isEmpty()) {
            return new Refusal(new Invalid(List.of(new FieldProblem("", Problem.NOTHING_CHANGED))));
        }
        return veto(before, after)
                .orElseGet(() -> new Change(
                        row, after, CorrectionKind.CORRECT, correct.reason(), correct.note(), null, false, true));
    }

    private CorrectionPlan undo(SessionCommand.Undo undo, SessionRow row) {
        var standingCorrections = corrections.newestStanding(row.id());
        boolean newest = !standingCorrections.isEmpty()
                && standingCorrections.getFirst().id().equals(undo.correction());
        if (!newest || row.discarded() || situation(row) != Situation.UNTRIED) {
            return new Refusal(new TooLate(row.toSession(texts)));
        }
        var undone = standingCorrections.getFirst();
        if (undone.kind() != CorrectionKind.CORRECT && undone.kind() != CorrectionKind.CREATE) {
            return new Refusal(new TooLate(row.toSession(texts)));
        }
        var before = row.values();
        boolean discard = undone.kind() == CorrectionKind.CREATE;
        var after = discard ? before : orTheirs(row, FieldChange.undo(before, undone.changes()));
        boolean edited =
                standingCorrections.size() > 1 && standingCorrections.get(1).kind() != CorrectionKind.CREATE;
        return veto(before, after)
                .orElseGet(() -> new Change(row, after, CorrectionKind.UNDO, null, null, undone, discard, edited));
    }

    /** Once all of ours is taken back, what OnTime changed meanwhile stands: nothing is left that contradicts it. */
    private SessionValues orTheirs(SessionRow row, SessionValues restored) {
        var theirs = row.lastKnown(texts);
        var base = standing.startedFrom(row.id());
        return theirs != null
                        && base.isPresent()
                        && base.get().values().differences(restored.toWire()).isEmpty()
                ? SessionValues.of(theirs).unlessOnlyUnrecorded(restored)
                : restored;
    }

    private CorrectionPlan resolve(SessionCommand.Resolve resolve, SessionRow row) {
        if (row.version() != resolve.expectedVersion()) {
            return new Refusal(new Stale(row.toSession(texts)));
        }
        var theirs = row.lastKnown(texts);
        if (theirs == null || situation(row) != Situation.CONFLICT) {
            return new Refusal(new TooLate(row.toSession(texts)));
        }
        if (!sees(resolve.ontime(), theirs)) {
            return new Refusal(new Stale(row.toSession(texts)));
        }
        var before = row.values();
        var ontime = SessionValues.of(theirs).unlessOnlyUnrecorded(before);
        var after = ontime.with(resolve.keepOurs(), before.inWholeSeconds(before.differences(ontime)));
        var problems = check.timeProblems(after, resolve.keepOurs());
        if (!problems.isEmpty()) {
            return new Refusal(new Invalid(problems));
        }
        boolean edited = !after.equals(ontime) || differsFromFirstReading(row, theirs);
        return veto(before, after)
                .orElseGet(() -> new Change(row, after, CorrectionKind.RESOLVE, null, null, null, false, edited));
    }

    private CorrectionPlan withdraw(SessionCommand.Withdraw withdraw, SessionRow row) {
        if (row.discarded() || row.version() != withdraw.expectedVersion()) {
            return new Refusal(new Stale(row.toSession(texts)));
        }
        var situation = situation(row);
        boolean refused = situation == Situation.REJECTED || situation == Situation.CONFLICT;
        boolean unsentCreate = row.ontimeId() == null && (refused || situation == Situation.UNTRIED);
        var before = row.values();
        if (unsentCreate) {
            return veto(before, before)
                    .orElseGet(() ->
                            new Change(row, before, CorrectionKind.WITHDRAW, null, null, null, true, row.edited()));
        }
        var theirs = row.lastKnown(texts);
        if (theirs == null || !refused) {
            return new Refusal(new TooLate(row.toSession(texts)));
        }
        if (!sees(withdraw.ontime(), theirs)) {
            return new Refusal(new Stale(row.toSession(texts)));
        }
        var after = SessionValues.of(theirs).unlessOnlyUnrecorded(before);
        return veto(before, after)
                .orElseGet(() -> new Change(
                        row,
                        after,
                        CorrectionKind.WITHDRAW,
                        null,
                        null,
                        null,
                        false,
                        differsFromFirstReading(row, theirs)));
    }

    /** Values that will be sent, so in whole seconds; what OnTime has already keeps its fraction. */
    private SessionValues sendable(SessionValues values, SessionRow row) {
        var whole = values.inWholeSeconds(EnumSet.allOf(SessionField.class));
        var theirs = whole.equals(values) ? null : row.lastKnown(texts);
        return theirs == null ? whole : values.inWholeSeconds(values.differences(SessionValues.of(theirs)));
    }

    /** Whether what a person decided about is what OnTime has, as far as is known here. */
    private static boolean sees(@Nullable SessionValues seen, UserSession theirs) {
        return seen != null && seen.toWire().differences(theirs.values()).isEmpty();
    }

    private boolean differsFromFirstReading(SessionRow row, UserSession theirs) {
        var first = row.toSession(texts).asFirstRead();
        return first != null && !first.differences(SessionValues.of(theirs)).isEmpty();
    }

    private Situation situation(SessionRow row) {
        return standing.of(List.of(row.id()))
                .getOrDefault(row.id(), DeliveryStanding.Standing.NONE)
                .situation();
    }

    private Optional<CorrectionPlan> veto(SessionValues before, SessionValues after) {
        return vetoes.stream()
                .flatMap(veto -> veto.against(before, after).stream())
                .findFirst()
                .map(words -> new Refusal(new Locked(words)));
    }

    private static SessionRow present(@Nullable SessionRow row) {
        if (row == null) {
            throw new IllegalArgumentException("no such session");
        }
        return row;
    }
}
