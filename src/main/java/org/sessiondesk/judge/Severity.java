package org.sessiondesk.judge;

/** How bad a finding is. */
public enum Severity {
    /** It can't have been so. */
    ERROR,
    /** It is unlikely, or beyond what the site wants to be told of. */
    WARNING
}
