package org.sessiondesk.ontime;

import java.util.UUID;

/**
 * A user of OnTime, as far as a name is needed for an ID. A name that OnTime leaves out is empty.
 *
 * @param text OnTime's record whole, as it came
 */
public record OnTimeUser(UUID id, String firstName, String lastName, String userName, boolean driver, String text) {}
