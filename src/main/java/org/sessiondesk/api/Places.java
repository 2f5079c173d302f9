package org.sessiondesk.api;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many answers are written at once. */
final class Places {

    /** So that programs never take all connections to the database: people work with the same ones. */
    static final int MOST_AT_ONCE = 4;

    /** So that one program, however slowly it reads, leaves room for another. */
    static final int MOST_A_TOKEN = 2;

    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    /** Whether there is one. */
    enum Place {
        TAKEN,
        NONE_LEFT,
        ENOUGH_OF_ITS_OWN
    }

    synchronized Place take(UUID token) {
        int own = taken.getOrDefault(token, 0);
        if (own >= MOST_A_TOKEN) {
            return Place.ENOUGH_OF_ITS_OWN;
        }
        if (all >= MOST_AT_ONCE) {
            return Place.NONE_LEFT;
        }
        taken.put(token, own + 1);
        all++;
        return Place.TAKEN;
    }

    /** Gives one back that was taken. */
    synchronized void leave(UUID token) {
        taken.computeIfPresent(token, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
