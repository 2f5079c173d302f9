package org.sessiondesk.ui.deliveries;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.connection.OnTimeConnection;
import org.sessiondesk.delivery.Deliveries;
import org.sessiondesk.delivery.DeliveryDecisions;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** The doors behind the screens of deliveries, and a way to knock at those that take a while. */
@Component
public class DeliveryDesk {

    final Deliveries deliveries;
    final DeliveryDecisions decisions;
    final SessionCorrections corrections;
    final Roster roster;
    final SiteTimes times;
    final LiveUpdates liveUpdates;
    private final OnTimeConnection connection;
    private final InstantSource clock;

    DeliveryDesk(
            Deliveries deliveries,
            DeliveryDecisions decisions,
            SessionCorrections corrections,
            OnTimeConnection connection,
            Roster roster,
            SiteTimes times,
            LiveUpdates liveUpdates,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.corrections = corrections;
        this.connection = connection;
        this.roster = roster;
        this.times = times;
        this.liveUpdates = liveUpdates;
        this.clock = clock;
    }

    GateState gate() {
        return connection.state();
    }

    Instant now() {
        return clock.instant();
    }

    DeliveryWords words() {
        return new DeliveryWords(times);
    }

    ValueWords valueWords() {
        return new ValueWords(roster, times);
    }

    /** Hiding a button is courtesy; the doors refuse the others. */
    static boolean mayCorrect() {
        return SignedIn.current()
                .map(me -> me.person().role())
                .filter(role -> role == Role.SUPERVISOR || role == Role.ADMINISTRATOR)
                .isPresent();
    }

    /** Asks OnTime on a thread of its own, as the same person; the answer comes back to the screen if it still is there. */
    static <T> void ask(Supplier<T> question, Consumer<T> answer) {
        var ui = UI.getCurrent();
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            T result = question.get();
            try {
                ui.access(() -> answer.accept(result));
            } catch (UIDetachedException _) {
                // The tab was closed meanwhile.
            }
        }));
    }
}
