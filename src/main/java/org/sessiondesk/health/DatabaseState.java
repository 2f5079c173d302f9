package org.sessiondesk.health;

import org.jspecify.annotations.Nullable;

/** How the database is, as it was seen last; asking costs nothing. */
public interface DatabaseState {

    /** What is wrong with it now, if anything is. */
    @Nullable
    DatabaseTrouble trouble();
}
