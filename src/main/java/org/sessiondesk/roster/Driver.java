package org.sessiondesk.roster;

import java.util.UUID;

/**
 * A user of OnTime: a driver, or a dispatcher.
 *
 * @param name as lists sort it: {@code Ruiz, Marco}; never empty, the first 8 digits of the id where OnTime has none
 * @param driver whether OnTime calls this user a driver
 */
public record Driver(UUID ontimeId, String name, boolean driver) {}
