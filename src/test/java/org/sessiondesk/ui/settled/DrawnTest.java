package org.sessiondesk.ui.settled;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

class DrawnTest {

    private final Drawn<String, String> drawn = new Drawn<>();

    @Test
    void what_was_drawn_before_is_what_somebody_saw_who_presses_before_the_newest_is_there() {
        drawn.draw("9 h, version 1", "9 h");
        int seen = number();

        assertThat(drawn.draw("12 h, version 2", "12 h")).isTrue();

        assertThat(drawn.seen(seen)).contains("9 h, version 1");
        assertThat(drawn.seen(number())).contains("12 h, version 2");
    }

    @Test
    void what_looks_the_same_is_not_drawn_again_and_stands_for_what_is_seen() {
        drawn.draw("9 h, version 1", "9 h");
        int seen = number();

        assertThat(drawn.draw("9 h, version 2", "9 h")).isFalse();

        assertThat(drawn.seen(seen)).contains("9 h, version 2");
    }

    @Test
    void what_was_drawn_long_ago_is_forgotten_and_what_was_never_drawn_is_not_there() {
        drawn.draw("first", "first");
        int first = number();
        for (int n = 0; n < 8; n++) {
            drawn.draw("later " + n, "later " + n);
        }

        assertThat(drawn.seen(first)).isEmpty();
        assertThat(drawn.seen(first + 1)).contains("later 0");
        assertThat(drawn.seen(0)).isEmpty();
    }

    private int number() {
        var element = new Element("p");
        drawn.mark(element);
        return element.getProperty("board", 0);
    }
}
