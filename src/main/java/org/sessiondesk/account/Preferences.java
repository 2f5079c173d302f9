package org.sessiondesk.account;

import java.io.Serializable;

/**
 * How somebody likes to work: a matter of taste, on every device of theirs.
 *
 * @param signKeys whether a list hears {@code /} and {@code ?}; WCAG 2.1.4 wants keys of one sign to be switched off by who speaks to a machine
 */
public record Preferences(ColourScheme colourScheme, boolean signKeys) implements Serializable {

    /** Of one who chose nothing: colours as the device has them, all keys. */
    public static final Preferences USUAL = new Preferences(ColourScheme.SYSTEM, true);

    /** The same in other colours. */
    public Preferences in(ColourScheme scheme) {
        return new Preferences(scheme, signKeys);
    }

    /** The same with the keys of one sign, or without. */
    public Preferences withSignKeys(boolean heard) {
        return new Preferences(colourScheme, heard);
    }
}
