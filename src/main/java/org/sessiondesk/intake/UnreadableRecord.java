package org.sessiondesk.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that could not be read.
 *
 * @param reason in words
 * @param shown the beginning of what OnTime sent, as text
 */
public record UnreadableRecord(ReadingKind kind, UUID ontimeId, String reason, String shown, Instant readAt) {}
