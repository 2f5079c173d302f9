package org.sessiondesk.ui.drivers;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** At which field somebody is: while they are, no field is made anew, for what is typed in it would be gone. */
final class Hands implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Runnable off;
    private @Nullable NumberField at;

    /** @param off once they are at none */
    Hands(Runnable off) {
        this.off = off;
    }

    boolean areOn(Component field) {
        return field.equals(at);
    }

    boolean areOnAny() {
        return at != null;
    }

    void on(NumberField field) {
        at = field;
    }

    /** Whoever goes from one field to the next is at none for a moment: that is over when the answer is written. */
    void off(NumberField field) {
        if (field.equals(at)) {
            at = null;
            field.getUI()
                    .ifPresent(ui -> ui.beforeClientResponse(ui, _ -> {
                        if (at == null) {
                            off.run();
                        }
                    }));
        }
    }
}
