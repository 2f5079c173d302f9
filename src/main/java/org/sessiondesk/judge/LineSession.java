package org.sessiondesk.judge;

import java.util.UUID;
import org.sessiondesk.session.SessionValues;

/**
 * A session as it stands in the line of its vehicle and of its driver. Vanished and discarded ones stand in none.
 *
 * @param loggedInNow OnTime says so, so that an open log-out isn't forgotten
 * @param startNotKnown a person said that nobody can tell the start mileage: what stands there is ignored
 * @param endNotKnown the same of the end mileage
 */
public record LineSession(
        UUID id, SessionValues values, boolean loggedInNow, boolean startNotKnown, boolean endNotKnown) {}
