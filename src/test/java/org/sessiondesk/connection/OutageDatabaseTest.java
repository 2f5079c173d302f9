package org.sessiondesk.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An hour in which OnTime answers nothing, by the gate as shipped and a clock that the test moves. */
@DatabaseTest
class OutageDatabaseTest {

    private static final int WAITING = 40;
    private static final int AN_HOUR = 3600;

    @Autowired
    private GateQueries rows;

    @Autowired
    private ConnectionSettings settings;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private LiveNews news;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Scheduler queue;

    private Instant now = Instant.parse("2026-06-02T14:00:00Z");
    private Gate gate;
    private TransactionTemplate transaction;

    @BeforeEach
    void aGateOfThisClock() {
        // What other tests left waiting knows another time, and another OnTime.
        queue.pause();
        await().until(() -> queue.getCurrentlyExecuting().isEmpty());
        transaction = new TransactionTemplate(transactions);
        InstantSource clock = () -> now;
        gate = new Gate(rows, settings, trail, news, events, clock);
        back();
    }

    @AfterEach
    void resume() {
        back();
        queue.resume();
    }

    private void back() {
        transaction.executeWithoutResult(_ -> rows.markReached());
    }

    @Test
    void even_if_every_waiting_delivery_asked_each_second_a_tenth_of_a_naive_loop_would_never_be_sent() {
        int sent = 0;
        int most = 0;
        for (int second = 0; second < AN_HOUR; second++) {
            int together = sentBy(WAITING);
            sent += together;
            most = Math.max(most, gate.state().unreachable() == null ? 0 : second == 0 ? 0 : together);
            now = now.plusSeconds(1);
        }
        int naive = WAITING * AN_HOUR;
        System.out.printf("an hour's outage, %d waiting: %d requests, a naive loop %d%n", WAITING, sent, naive);
        assertThat(sent).isLessThanOrEqualTo(naive / 10).isBetween(settings.failures(), 20);
        assertThat(most).as("one probe when half open").isEqualTo(1);
    }

    @Test
    void one_answered_probe_lets_everybody_through_again() {
        sentBy(WAITING);
        now = now.plus(settings.pause());
        assertThat(ask()).isInstanceOf(Pass.Probe.class);
        assertThat(ask()).isInstanceOf(Pass.Wait.class);
        transaction.executeWithoutResult(_ -> gate.answered(Errand.SENDING));
        assertThat(ask()).isInstanceOf(Pass.Go.class);
        assertThat(ask()).isInstanceOf(Pass.Go.class);
    }

    @Test
    void a_probe_whose_sender_died_is_followed_by_another_after_the_pause() {
        sentBy(WAITING);
        now = now.plus(settings.pause());
        assertThat(ask()).isInstanceOf(Pass.Probe.class);
        now = now.plus(settings.pause()).minus(Duration.ofSeconds(1));
        assertThat(ask()).isInstanceOf(Pass.Wait.class);
        now = now.plusSeconds(1);
        assertThat(ask()).isInstanceOf(Pass.Probe.class);
    }

    @Test
    void what_was_held_back_is_woken_only_after_a_run_that_held_anything_back() {
        var told = new ArrayList<Object>();
        gate = new Gate(rows, settings, trail, news, told::add, () -> now);
        transaction.executeWithoutResult(_ -> gate.unreachable("no connection"));
        transaction.executeWithoutResult(_ -> gate.answered(Errand.SENDING));
        assertThat(gate.state().unreachable()).isNull();
        assertThat(told).isEmpty();
        sentBy(WAITING);
        transaction.executeWithoutResult(_ -> gate.answered(Errand.SENDING));
        assertThat(gate.state().unreachable()).isNull();
        assertThat(told).containsExactly(new WayClear());
    }

    /** So many ask in turn, and whoever may, sends in vain. */
    private int sentBy(int waiting) {
        int sent = 0;
        for (int i = 0; i < waiting; i++) {
            if (!(ask() instanceof Pass.Wait)) {
                sent++;
                transaction.executeWithoutResult(_ -> gate.unreachable("no connection"));
            }
        }
        return sent;
    }

    private Pass ask() {
        return transaction.execute(_ -> gate.ask(Errand.SENDING));
    }
}
