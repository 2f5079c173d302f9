package org.sessiondesk.signoff;

import java.time.Instant;
import java.util.UUID;
import org.sessiondesk.worktime.PayPeriod;

/** Days that are closed together: nothing of them changes until they are opened again. */
public record ClosedPeriod(UUID id, PayPeriod days, UUID by, Instant at) {}
