package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionOutcome.Saved;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;

/** OnTime's times have fractions of a second, what is sent has none. */
class FractionsDatabaseTest extends DeliveryDesk {

    private static final Instant FRACTION = Instant.parse("2026-06-02T13:58:12.345678Z");
    private static final Instant WHOLE = Instant.parse("2026-06-02T13:58:12Z");

    @Test
    void a_time_that_nobody_touched_keeps_its_fraction_and_its_spelling() {
        var session = withAFraction();
        correct(session, 52_401);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        assertThat(ontime.posts(ontimeId(session)))
                .singleElement()
                .satisfies(post -> assertThat(post.path("body").asString()).contains("13:58:12.3456789"));
        assertThat(now(session).values().logIn()).isEqualTo(FRACTION);
    }

    @Test
    void one_of_ours_that_is_kept_against_OnTimes_is_saved_as_it_is_sent_and_no_other_value_there() {
        var session = withAFraction();
        ontime.change(ontimeId(session), "{\"LogInTime\":\"2026-06-02T14:10:00Z\"}");
        correct(session, 52_401);
        awaitDeliveries(session.id(), "CONFLICT CHANGED_IN_ONTIME");
        var seen = newest(session);
        var ours = Set.of(SessionField.LOG_IN, SessionField.END_MILEAGE);
        assertThat(corrections.apply(List.of(new SessionCommand.Resolve(
                        session.id(), seen.version(), ours, Objects.requireNonNull(seen.ontime())))))
                .hasOnlyElementsOfType(Saved.class);
        awaitDeliveries(session.id(), "WITHDRAWN REPLACED", "ACCEPTED TAKEN");
        assertHeldAlike(session);
    }

    @Test
    void so_is_the_drivers_own_entry_that_comes_back() {
        var session = withAFraction();
        logIn(session, Instant.parse("2026-06-02T14:10:00Z"));
        awaitDeliveries(session.id(), "ACCEPTED TAKEN");
        logIn(session, FRACTION);
        awaitDeliveries(session.id(), "ACCEPTED TAKEN", "ACCEPTED TAKEN");
        assertHeldAlike(session);
    }

    @Test
    void one_that_comes_back_before_anything_was_sent_is_as_it_was() {
        queue.pause();
        var session = withAFraction();
        logIn(session, Instant.parse("2026-06-02T14:10:00Z"));
        logIn(session, FRACTION);
        assertThat(deliveries(session.id())).containsExactly("WITHDRAWN NOTHING_TO_SEND");
        assertThat(now(session).values().logIn()).isEqualTo(FRACTION);
    }

    private DriverSession withAFraction() {
        var session = aSession();
        ontime.change(ontimeId(session), "{\"LogInTime\":\"2026-06-02T13:58:12.3456789Z\"}");
        read(ontimeId(session));
        assertThat(now(session).values().logIn()).isEqualTo(FRACTION);
        return now(session);
    }

    private void logIn(DriverSession session, Instant at) {
        var values = new SessionValues(null, null, LogInType.UNDEFINED, at, null, null, null);
        assertThat(corrections.apply(List.of(new SessionCommand.Correct(
                        session.id(),
                        now(session).version(),
                        values,
                        Set.of(SessionField.LOG_IN),
                        Reason.READING_MISTYPED,
                        null))))
                .hasOnlyElementsOfType(Saved.class);
    }

    private void assertHeldAlike(DriverSession session) {
        var saved = now(session);
        assertThat(saved.values().logIn()).isEqualTo(WHOLE);
        assertThat(Objects.requireNonNull(saved.lastKnown()).logInTime()).isEqualTo(WHOLE);
        assertThat(read(ontimeId(session)).version()).isEqualTo(saved.version());
    }
}
