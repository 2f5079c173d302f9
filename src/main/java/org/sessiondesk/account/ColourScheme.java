package org.sessiondesk.account;

/** How the screens look to one person. */
public enum ColourScheme {
    /** As the person's device is set. */
    SYSTEM,
    LIGHT,
    DARK
}
