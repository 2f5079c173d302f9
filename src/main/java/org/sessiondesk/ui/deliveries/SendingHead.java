package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import java.util.Set;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ui.HeadLinePart;
import org.springframework.core.annotation.Order;

/**
 * What keeps corrections from leaving, in the head line of every screen, as a link to what waits. Silent while nothing
 * does, and where the reading stands still for the same reason: that is said beside it already.
 */
@org.springframework.stereotype.Component
@Order(20)
class SendingHead implements HeadLinePart {

    private final DeliveryDesk desk;
    private final boolean readingSaysIt;

    SendingHead(DeliveryDesk desk, OnTimeSettings settings) {
        this.desk = desk;
        this.readingSaysIt = settings.read();
    }

    @Override
    public Component create() {
        return new Part();
    }

    private Optional<String> trouble() {
        var gate = desk.gate();
        var now = desk.now();
        if (gate.paused(now) && gate.pausedUntil() != null) {
            return unlessSaid(t("deliveries.paused", desk.times.near(gate.pausedUntil())));
        }
        var closed = gate.closed();
        if (closed != null) {
            String words = t("deliveries.head." + closed.why(), desk.times.near(closed.since()));
            return closed.stops(Errand.READING) ? unlessSaid(words) : Optional.of(words);
        }
        var unreachable = gate.unreachable();
        return unreachable == null || unreachable.triesAgain() == null
                ? Optional.empty()
                : unlessSaid(t("deliveries.head.unreachable", desk.times.near(unreachable.since())));
    }

    private Optional<String> unlessSaid(String words) {
        return readingSaysIt ? Optional.empty() : Optional.of(words);
    }

    private final class Part extends Div {

        private static final long serialVersionUID = 1L;

        private final RouterLink link = new RouterLink("", DeliveriesView.class);

        private Part() {
            addClassName("sending-head");
            getElement().setAttribute("role", "status");
            link.addClassName("is-trouble");
            link.setVisible(false);
            add(link);
            desk.liveUpdates.follow(this, Set.of(Topic.CONNECTION, Topic.SESSION), this::hear);
        }

        @Override
        protected void onAttach(AttachEvent event) {
            refresh();
        }

        /** A pause ends by the clock, without news of its own: what moves then are sessions. */
        private void hear(News news) {
            if (news.topic() == Topic.CONNECTION || link.isVisible()) {
                refresh();
            }
        }

        private void refresh() {
            // A page for nobody in particular has a head line, too.
            var words = SignedIn.current().isPresent() ? trouble() : Optional.<String>empty();
            link.setVisible(words.isPresent());
            words.filter(said -> !said.equals(link.getText())).ifPresent(link::setText);
        }
    }
}
