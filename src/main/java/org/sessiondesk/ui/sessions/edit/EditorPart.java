package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.Component;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the editor between its head and its fields, such as what a delivery asks a person to decide.
 * Beans of this type stand there in their {@code @Order}, made anew for each browser tab; each makes itself invisible
 * when it has nothing to say.
 */
@FunctionalInterface
public interface EditorPart {

    /** A fresh one for one tab. */
    Part create();

    /** What stands in one editor. */
    interface Part {

        Component component();

        /** Another session is shown, or the same one after a change; none for null. */
        void show(@Nullable UUID session);
    }
}
