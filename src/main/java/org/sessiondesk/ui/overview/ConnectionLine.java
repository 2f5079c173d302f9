package org.sessiondesk.ui.overview;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.connection.OnTimeConnection;
import org.sessiondesk.delivery.Deliveries;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.delivery.DeliveryState;
import org.sessiondesk.intake.ReadNow;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.intake.ReadingWords;
import org.sessiondesk.ui.sessions.edit.Written;

/** "Read 05:56 · OnTime accepts our key · nothing waiting", or the one thing that is wrong with what can be done. */
final class ConnectionLine extends Div {

    private static final long serialVersionUID = 1L;

    /** What it asks. */
    @org.springframework.stereotype.Component
    record Doors(
            Readings readings,
            ReadNow readNow,
            OnTimeConnection connection,
            Deliveries deliveries,
            DeliveryDecisions decisions,
            Written written) {}

    private final transient Doors doors;
    private final Anchor link = new Anchor();
    private final Button way = new Button();
    private transient @Nullable Runnable act;

    ConnectionLine(Doors doors) {
        this.doors = doors;
        addClassNames("overview-line", "overview-connection");
        way.addClickListener(_ -> {
            if (act != null) {
                act.run();
            }
        });
        add(link, way);
    }

    void show() {
        var state = doors.readings().state();
        var gate = doors.connection().state();
        var sending = sending(gate);
        var reading = state.wanted() ? words().trouble(state) : Optional.<String>empty();
        if (sending.isPresent()) {
            say(sending.get(), "deliveries", true);
            offer("overview.try-now", () -> {
                doors.decisions().tryAllNow();
                Notices.done(t("deliveries.trying-all"));
            });
        } else if (reading.isPresent()) {
            say(reading.get(), "intake", true);
            offer("intake.read-now", () -> {
                doors.readNow().readAllNow();
                Notices.done(t("intake.read-now.done"));
            });
        } else {
            String read = state.wanted() ? words().head(state) : t("intake.off");
            say(t("overview.connection", read, waiting()), "intake", false);
            offer("intake.read-now", null);
        }
    }

    private void say(String words, String to, boolean trouble) {
        if (!words.equals(link.getText())) {
            link.setText(words);
        }
        link.setHref(to);
        link.setClassName("amber", trouble);
    }

    private void offer(String words, @Nullable Runnable what) {
        act = what;
        way.setText(t(words));
        boolean may =
                SignedIn.current().map(me -> me.person().role().mayCorrect()).orElse(false);
        way.setVisible(what != null && may);
    }

    private Optional<String> sending(GateState gate) {
        var times = doors.written().times();
        var closed = gate.closed();
        if (closed != null) {
            return Optional.of(t("deliveries.held." + closed.why(), closed.words(), times.near(closed.triesAgain())));
        }
        if (gate.paused(doors.written().now()) && gate.pausedUntil() != null) {
            return Optional.of(t("deliveries.paused", times.near(gate.pausedUntil())));
        }
        var unreachable = gate.unreachable();
        return unreachable == null || unreachable.triesAgain() == null
                ? Optional.empty()
                : Optional.of(t("deliveries.unreachable", times.near(unreachable.since()), unreachable.why()));
    }

    private String waiting() {
        var open = doors.deliveries().openCounts();
        long waiting = open.getOrDefault(DeliveryState.WAITING, 0L) + open.getOrDefault(DeliveryState.SENDING, 0L);
        return t("overview.waiting", waiting);
    }

    private ReadingWords words() {
        return new ReadingWords(doors.written().times());
    }
}
