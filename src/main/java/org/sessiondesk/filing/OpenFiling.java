package org.sessiondesk.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileShape;

/** A file that a person has in hand, and where that stands. Changed by the work in the background, read by screens. */
final class OpenFiling {

    /** Thrown out of work that a person stopped. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    private final UploadedFile file;
    private final long openedNanos = System.nanoTime();
    private volatile boolean cancelled;
    private boolean away;
    private FilingState state;

    OpenFiling(UploadedFile file) {
        this.file = file;
        this.state = new FilingState(
                file.id(),
                file.name(),
                Stage.CHECKING,
                null,
                null,
                null,
                false,
                0,
                0,
                Tally.NONE,
                List.of(),
                null,
                null);
    }

    UploadedFile file() {
        return file;
    }

    synchronized FilingState state() {
        return state;
    }

    long openNanos() {
        return System.nanoTime() - openedNanos;
    }

    void cancel() {
        cancelled = true;
    }

    /** Put away for good, and stopped; not while it is taken in. Says whether it is. */
    synchronized boolean putAway() {
        if (state.stage() != Stage.TAKING) {
            away = true;
            cancelled = true;
        }
        return away;
    }

    /** Ends the work from within if a person stopped it. */
    void check() {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    synchronized void refused(FileRefusal refusal) {
        state = with(Stage.REFUSED, refusal, null, Tally.NONE, List.of());
    }

    synchronized void inspected(
            FileShape shape, ColumnMapping mapping, boolean remembered, @Nullable TakenFile before) {
        state = new FilingState(
                file.id(),
                file.name(),
                Stage.CHOOSING,
                null,
                shape,
                mapping.forFile(shape),
                remembered,
                0,
                shape.rows(),
                Tally.NONE,
                List.of(),
                null,
                before);
    }

    synchronized void choose(ColumnMapping mapping, boolean remembered) {
        state = new FilingState(
                file.id(),
                file.name(),
                Stage.CHOOSING,
                null,
                state.shape(),
                mapping,
                remembered,
                0,
                state.total(),
                Tally.NONE,
                List.of(),
                null,
                state.takenBefore());
    }

    /** Work begins, if the file stands there; says whether it does. */
    synchronized boolean begin(Stage from, Stage work) {
        if (away || state.stage() != from) {
            return false;
        }
        cancelled = false;
        state = with(work, null, null, Tally.NONE, work == Stage.TAKING ? state.bad() : List.of());
        return true;
    }

    synchronized void progress(long done, Tally tally) {
        state = new FilingState(
                file.id(),
                file.name(),
                state.stage(),
                null,
                state.shape(),
                state.mapping(),
                state.remembered(),
                done,
                state.total(),
                tally,
                state.bad(),
                null,
                state.takenBefore());
    }

    synchronized void compared(Tally tally, List<BadRow> bad) {
        state = with(Stage.COMPARED, null, Ending.DONE, tally, bad);
    }

    /** Back to the columns, nothing compared. */
    synchronized void notCompared(Ending why) {
        state = with(Stage.CHOOSING, null, why, Tally.NONE, List.of());
    }

    synchronized void ended(Ending ending) {
        state = with(Stage.ENDED, null, ending, state.tally(), state.bad());
    }

    private FilingState with(
            Stage stage, @Nullable FileRefusal refusal, @Nullable Ending ending, Tally tally, List<BadRow> bad) {
        return new FilingState(
                file.id(),
                file.name(),
                stage,
                refusal,
                state.shape(),
                state.mapping(),
                state.remembered(),
                stage == Stage.ENDED ? state.done() : 0,
                state.total(),
                tally,
                bad,
                ending,
                state.takenBefore());
    }
}
