package org.sessiondesk.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FileRefusal.Why;

/** Thrown out of the midst of a parser: this file is not what it has to be. */
public final class FileRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient FileRefusal refusal;

    public FileRefused(Why why, long line) {
        this(new FileRefusal(why, line));
    }

    FileRefused(FileRefusal refusal) {
        super(refusal.why() + " in line " + refusal.line());
        this.refusal = refusal;
    }

    /** Why. */
    public FileRefusal refusal() {
        return refusal;
    }

    /** The refusal behind what a parser threw, if that was it. */
    public static @Nullable FileRefused in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
