package org.sessiondesk.sandbox.fleet;

import java.util.UUID;

/** A user of OnTime: a driver or a dispatcher. */
public record Person(UUID id, String firstName, String lastName, String userName, boolean driver) {}
