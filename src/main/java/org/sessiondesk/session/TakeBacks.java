package org.sessiondesk.session;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could be taken back of a session, were its day not settled.
 *
 * @param undoable the newest correction, as long as nothing of it has left: by {@link SessionCommand.Undo}
 * @param revertible earlier ones of which something still stands: by {@link SessionCommand.Revert}
 */
public record TakeBacks(@Nullable UUID undoable, Set<UUID> revertible) {

    /** Of a session that nobody corrected. */
    public static final TakeBacks NONE = new TakeBacks(null, Set.of());

    public TakeBacks {
        revertible = Set.copyOf(revertible);
    }
}
