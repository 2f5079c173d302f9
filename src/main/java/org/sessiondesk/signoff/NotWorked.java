package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.UUID;

/** A person's word that somebody did not work on a day. */
public record NotWorked(DriverDay day, UUID by, Instant at) {}
