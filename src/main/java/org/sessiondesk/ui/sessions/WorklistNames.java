package org.sessiondesk.ui.sessions;

import java.util.List;
import java.util.UUID;
import org.sessiondesk.ui.sessions.edit.Names;
import org.sessiondesk.worklist.Named;
import org.sessiondesk.worklist.Worklist;

/** The names of drivers and vehicles, as the work list has them. */
record WorklistNames(Worklist worklist) implements Names {

    @Override
    public List<Named> drivers(String text, int offset, int limit) {
        return worklist.drivers(text, offset, limit);
    }

    @Override
    public List<Named> vehicles(String text, int offset, int limit) {
        return worklist.vehicles(text, offset, limit);
    }

    @Override
    public Named driver(UUID id) {
        return worklist.driver(id);
    }

    @Override
    public Named vehicle(UUID id) {
        return worklist.vehicle(id);
    }

    @Override
    public String either(UUID id) {
        return worklist.either(id).name();
    }
}
