package org.sessiondesk.session;

import java.util.List;
import java.util.UUID;

/** A reading brought sessions that were new or whose values changed. Published in the reading's transaction. */
public record SessionsTaken(List<UUID> added, List<UUID> changed) {}
