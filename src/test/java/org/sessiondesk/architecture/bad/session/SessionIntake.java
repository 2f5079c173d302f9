package org.sessiondesk.architecture.bad.session;

/** A door that isn't for people. */
public class SessionIntake {}
