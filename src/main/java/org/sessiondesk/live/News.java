package org.sessiondesk.live;

import java.util.List;
import java.util.UUID;

/**
 * Something changed that a screen may show.
 *
 * @param topic what kind of thing
 * @param ids which of them, by the portal's own ids; empty means any or many: look again at all of this topic
 */
public record News(Topic topic, List<UUID> ids) {

    /** Past this many ids the news just says "many": a NOTIFY holds 8,000 bytes. */
    static final int MOST_IDS = 150;

    /** What kind of thing changed. */
    public enum Topic {
        /** Days that were handed to payroll. */
        PAY_EXPORT,
        /** What is wrong with a driver session. */
        FINDING,
        /** A driver session's values, its last-known values or its delivery's state. */
        SESSION,
        /** The gate, the pause or the limits of the connection to OnTime. */
        CONNECTION,
        /** Days that were signed or opened again, periods closed or opened, late changes that came or were decided. */
        SIGN_OFF,
        /** Progress of a reading. */
        READING,
        /** A file that is looked through or taken in. */
        FILE,
        /** Drivers or vehicles. */
        ROSTER,
        /** How the site pays: day rules, pay periods, rounding. */
        PAY_RULES,
        /** Who has which session open. */
        PRESENCE,
        /** People of Session Desk and their rights. */
        ACCOUNT
    }

    public News {
        ids = ids.size() > MOST_IDS ? List.of() : List.copyOf(ids);
    }

    /** News of one thing. */
    public static News of(Topic topic, UUID id) {
        return new News(topic, List.of(id));
    }

    /** News that anything of this topic may have changed. */
    public static News any(Topic topic) {
        return new News(topic, List.of());
    }

    /** Whether a screen that shows this id must look again. */
    public boolean concerns(UUID id) {
        return ids.isEmpty() || ids.contains(id);
    }
}
