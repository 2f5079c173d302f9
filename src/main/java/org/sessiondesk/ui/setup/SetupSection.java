package org.sessiondesk.ui.setup;

import com.vaadin.flow.component.Component;

/** Something an administrator should see right after the first start; beans stand there in their {@code @Order}. */
@FunctionalInterface
public interface SetupSection {

    /** A fresh component for one tab. */
    Component create();
}
