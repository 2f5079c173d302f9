package org.sessiondesk.intake;

/** The kinds of record that are read; OnTime grants each one apart. */
public enum ReadingKind {
    SESSIONS,
    USERS,
    VEHICLES
}
