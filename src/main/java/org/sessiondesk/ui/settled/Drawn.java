package org.sessiondesk.ui.settled;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn lately, each under a number which the browser says with whatever is done about it. So what a person signs
 * is what stood on the screen as they pressed, whatever was read meanwhile and is still on its way there.
 *
 * @param <B> what stands behind a drawing
 * @param <D> drawings; two that are equal look the same
 */
public final class Drawn<B, D> {

    /** So many are on their way to a browser at most, as long as it answers at all. */
    private static final int KEPT = 8;

    private static final String NUMBER = "board";
    private static final String SAID = "element." + NUMBER;

    private final Map<Integer, B> boards = new LinkedHashMap<>();
    private int number;
    private @Nullable D last;

    /** @return whether it looks other than the last one; else it takes its place without being drawn */
    public boolean draw(B board, D drawing) {
        boolean other = !Objects.equals(drawing, last);
        if (other) {
            last = drawing;
            number++;
            boards.remove(number - KEPT);
        }
        boards.put(number, board);
        return other;
    }

    /** Gives the element the number of what it shows from now on. */
    public void mark(Element element) {
        element.setProperty(NUMBER, number);
    }

    /** Lets events of an element say what it showed. */
    public static DomListenerRegistration says(DomListenerRegistration events) {
        return events.addEventData(SAID);
    }

    /** The number that an event said. */
    public static int said(DomEvent event) {
        return event.getEventData().path(SAID).asInt(0);
    }

    /** What stood there under a number; empty if that was too long ago. */
    public Optional<B> seen(int said) {
        return Optional.ofNullable(boards.get(said));
    }
}
