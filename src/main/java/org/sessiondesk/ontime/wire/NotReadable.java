package org.sessiondesk.ontime.wire;

/** A text is not what it has to be; the message says why, in words for a person. */
public final class NotReadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** For this reason, in words. */
    public NotReadable(String reason) {
        super(reason);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
