package org.sessiondesk.ui;

import com.vaadin.flow.component.Component;

/**
 * Something that stands in the head line of every screen: when OnTime was read last, what is wrong with the connection.
 * Beans of this type stand there in their {@code @Order}, made anew for each browser tab; each keeps itself up to date
 * while it is attached, and makes itself invisible when it has nothing to say.
 */
@FunctionalInterface
public interface HeadLinePart {

    /** A fresh component for one tab. */
    Component create();
}
