package org.sessiondesk.filing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileShape;

/**
 * How far a person is with a file.
 *
 * @param refusal why it isn't looked into; only at {@link Stage#REFUSED}
 * @param shape what it holds; absent before that is known
 * @param mapping what its columns are; absent before that is known
 * @param remembered whether the mapping is the one chosen the last time for such a file
 * @param done records gone through in the work under way
 * @param total records in all; 0 before that is known
 * @param tally what was found, or of a file taken in what became of it
 * @param bad the first bad records; the rest is for the download
 * @param ending how the last work ended; absent before any did
 * @param takenBefore the same file, byte for byte, when it was last taken in
 */
public record FilingState(
        UUID id,
        String fileName,
        Stage stage,
        @Nullable FileRefusal refusal,
        @Nullable FileShape shape,
        @Nullable ColumnMapping mapping,
        boolean remembered,
        long done,
        long total,
        Tally tally,
        List<BadRow> bad,
        @Nullable Ending ending,
        @Nullable TakenFile takenBefore) {

    /** Where it stands. */
    public enum Stage {
        /** It is gone through for the first time. */
        CHECKING,
        /** It is no file that can be taken in. */
        REFUSED,
        /** A person says what its columns are. */
        CHOOSING,
        /** It is compared with what is known. */
        COMPARING,
        /** A person sees what would happen. */
        COMPARED,
        /** It is taken in. */
        TAKING,
        /** Nothing more happens. */
        ENDED
    }

    /** How work ended. */
    public enum Ending {
        DONE,
        /** A person stopped it; what was taken in by then stays. */
        CANCELLED,
        /** It broke off: the portal was killed, or by a fault of its own; what was taken in by then stays. */
        FAILED,
        /** The database could not be asked; what was taken in by then stays. */
        DATABASE,
        /** The file could not be read, or its bad rows not be kept; what was taken in by then stays. */
        DISK,
        /** Whoever brought it may not correct any more; what was taken in by then stays. */
        RIGHTS
    }

    /** Whether something goes on that can be cancelled. */
    public boolean working() {
        return stage == Stage.CHECKING || stage == Stage.COMPARING || stage == Stage.TAKING;
    }
}
