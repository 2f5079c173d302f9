package org.sessiondesk.ontime;

import java.time.ZoneId;
import java.util.Set;

/**
 * Reads OnTime's text of a session and writes what is posted. Reading is as lenient as OnTime's own spellings demand;
 * writing replaces only what was corrected, in the text as it came.
 */
public final class UserSessionText {

    /** What reading a text gave. */
    public sealed interface Reading {

        /** A session; its text is the text read. */
        record Read(UserSession session) implements Reading {}

        /** No session, and why, in words. */
        record Malformed(String reason) implements Reading {}
    }

    private final ZoneId unmarkedZone;

    /** Times without a zone mark are read in this zone. */
    public UserSessionText(ZoneId unmarkedZone) {
        this.unmarkedZone = unmarkedZone;
    }

    /** Reads one record. */
    public Reading read(String text) {
        throw new UnsupportedOperationException("not read yet: " + unmarkedZone);
    }

    /**
     * The body of an update: OnTime's last record with only these fields replaced; all else keeps its exact spelling.
     *
     * @param lastKnownText OnTime's newest record of the session, with its ID
     * @param wanted where the values of the corrected fields are taken from
     * @param corrected the fields to replace; usually {@code wanted.differences(lastKnown.values())}
     * @throws IllegalArgumentException if the text is no record with an ID: it would create a session
     */
    public String body(String lastKnownText, UserSessionValues wanted, Set<UserSessionField> corrected) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The body of a create: no ID, OnTime gives it. */
    public String create(UserSessionValues values) {
        throw new UnsupportedOperationException("not written yet");
    }
}
