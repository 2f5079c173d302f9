package org.sessiondesk.signoff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionValues;

/**
 * What of a day isn't as it was signed.
 *
 * @param before as signed; absent for one that counts only since
 * @param after as it is; absent for one that counts no more
 */
public record ChangedSession(
        UUID session,
        @Nullable SessionValues before,
        @Nullable SessionValues after) {}
