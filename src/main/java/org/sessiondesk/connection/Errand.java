package org.sessiondesk.connection;

/** What somebody wants of OnTime. */
public enum Errand {
    /** A GET. */
    READING,
    /** A POST, with the GETs that belong to it. */
    SENDING
}
