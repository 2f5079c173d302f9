package org.sessiondesk.ui.sessions.edit;

import java.util.List;
import java.util.UUID;
import org.sessiondesk.worklist.Named;

/** Where the editor's names come from. */
public interface Names {

    /** Part of the names that contain a text. */
    @FunctionalInterface
    interface Search {
        List<Named> find(String text, int offset, int limit);
    }

    List<Named> drivers(String text, int offset, int limit);

    List<Named> vehicles(String text, int offset, int limit);

    Named driver(UUID id);

    Named vehicle(UUID id);

    /** The name of a driver or a vehicle, whichever has the id. */
    String either(UUID id);
}
