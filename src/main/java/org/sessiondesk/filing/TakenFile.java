package org.sessiondesk.filing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody took in.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param ending absent while it goes on, or where the portal stopped in the midst of it
 */
public record TakenFile(
        UUID id,
        FileKind kind,
        String fileName,
        String sha256,
        UUID person,
        Instant begun,
        FilingState.@Nullable Ending ending,
        Tally tally) {}
