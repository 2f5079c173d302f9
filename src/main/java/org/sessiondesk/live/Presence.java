package org.sessiondesk.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has which record open for editing, on any instance. Forgotten by itself when an instance dies. */
public interface Presence {

    /** How long an entry stands without being renewed; renew at a third of it. */
    Duration LASTS = Duration.ofSeconds(30);

    /**
     * Says or renews that a person is at work on a record.
     *
     * @param tab distinguishes the browser tabs of one person
     */
    void enter(UUID subject, UUID person, UUID tab);

    /** Says that the tab's work on the record is over. */
    void leave(UUID subject, UUID tab);

    /** The people at work on each of these records, in order of arrival; records without one are left out. */
    Map<UUID, List<UUID>> at(Collection<UUID> subjects);
}
