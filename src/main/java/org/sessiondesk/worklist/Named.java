package org.sessiondesk.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A driver or vehicle to choose from. Equal by its id: a name may be spelled anew by a reading. */
public record Named(UUID id, String name) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Named that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
