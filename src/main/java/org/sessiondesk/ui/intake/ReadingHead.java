package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.HeadLinePart;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SiteTimes;
import org.springframework.core.annotation.Order;

/** "Read from OnTime 05:56 · Read now" in the head line of every screen, or what is wrong. */
@org.springframework.stereotype.Component
@Order(10)
class ReadingHead implements HeadLinePart {

    private final Readings readings;
    private final ReadNow readNow;
    private final LiveUpdates liveUpdates;
    private final SiteTimes times;

    ReadingHead(Readings readings, ReadNow readNow, LiveUpdates liveUpdates, SiteTimes times) {
        this.readings = readings;
        this.readNow = readNow;
        this.liveUpdates = liveUpdates;
        this.times = times;
    }

    @Override
    public Component create() {
        return new Part();
    }

    /** A button that starts a reading, for those who may. */
    static Button readNowButton(ReadNow readNow) {
        Button button = new Button(t("intake.read-now"), _ -> {
            readNow.readAllNow();
            Notices.done(t("intake.read-now.done"));
        });
        button.setVisible(mayCorrect());
        return button;
    }

    /** Whether who looks may change sessions, and so bring in new ones. */
    static boolean mayCorrect() {
        return SignedIn.current()
                .map(me -> me.person().role())
                .filter(role -> role == Role.SUPERVISOR || role == Role.ADMINISTRATOR)
                .isPresent();
    }

    private final class Part extends Div {

        private static final long serialVersionUID = 1L;

        private final Span text = new Span();
        private final Button now = readNowButton(readNow);

        private Part() {
            addClassName("reading-head");
            text.getElement().setAttribute("role", "status");
            now.addThemeVariants(ButtonVariant.TERTIARY);
            add(text, now);
            liveUpdates.follow(this, Set.of(Topic.READING, Topic.CONNECTION), _ -> refresh());
        }

        @Override
        protected void onAttach(AttachEvent event) {
            refresh();
        }

        private void refresh() {
            // A page for nobody in particular has a head line, too.
            boolean signedIn = SignedIn.current().isPresent();
            setVisible(signedIn);
            if (signedIn) {
                var words = new ReadingWords(times);
                var state = readings.state();
                String said = words.head(state);
                if (!said.equals(text.getText())) {
                    text.setText(said);
                }
                text.setClassName("is-trouble", words.trouble(state).isPresent());
                text.setTitle(state.wanted() ? "" : words.trouble(state).orElse(""));
                now.setVisible(state.wanted() && mayCorrect());
            }
        }
    }
}
