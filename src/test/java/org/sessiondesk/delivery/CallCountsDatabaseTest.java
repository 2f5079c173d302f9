package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.FaultKind;
import org.sessiondesk.session.DriverSession;
import tools.jackson.databind.JsonNode;

/** How many calls a change costs, counted where they arrive. */
class CallCountsDatabaseTest extends DeliveryDesk {

    private static final int CHANGED = 40;

    /** Five failures in a row pause the site; the queue's other three hands may be in the middle of a call then. */
    private static final int AT_ONCE = 5 + 3;

    @Test
    void in_a_quiet_run_each_changed_session_costs_one_POST_and_one_GET_before_it() {
        queue.pause();
        var changed = sessions(CHANGED);
        for (int value = 52_401; value <= 52_403; value++) {
            for (var session : changed) {
                correct(session, value);
            }
        }
        int before = ontime.requests().size();
        queue.resume();
        await().atMost(Duration.ofMinutes(1)).until(this::nothingWaits);

        var calls = ontime.requests().subList(before, ontime.requests().size());
        long posts = calls.stream().filter(each -> is(each, "POST_SESSION")).count();
        long gets = calls.stream().filter(each -> is(each, "GET_SESSION")).count();
        System.out.printf("%d changed sessions, %d POSTs, %d GETs%n", CHANGED, posts, gets);
        assertThat(posts).isBetween((long) CHANGED, CHANGED * 105L / 100);
        assertThat(gets).isBetween((long) CHANGED, CHANGED * 105L / 100);
    }

    @Test
    void while_OnTime_is_away_one_of_all_that_wait_tries_at_a_time() {
        queue.pause();
        var waiting = sessions(20);
        waiting.forEach(session -> correct(session, 52_401));
        int before = ontime.requests().size();
        // Not cut: on a connection closed without a byte the HTTP client itself sends a GET once more.
        ontime.faultUntilCleared(FaultKind.SERVER_ERROR);
        queue.resume();
        await().atMost(Duration.ofSeconds(20)).until(() -> ontime.requests().size() >= before + AT_ONCE + 5);

        var probes = ontime.requests().stream()
                .skip(before + AT_ONCE)
                .map(each -> Instant.parse(each.path("at").asString()))
                .toList();
        var gaps = IntStream.range(1, probes.size())
                .mapToObj(i -> Duration.between(probes.get(i - 1), probes.get(i)))
                .sorted()
                .toList();
        // One that a busy machine kept on its way comes right before the next.
        assertThat(gaps.get(gaps.size() / 2))
                .as("a pause of 200 ms at least before each, as a rule: %s", gaps)
                .isGreaterThan(Duration.ofMillis(150));
        ontime.clearFaults();
        await().atMost(Duration.ofMinutes(1)).until(this::nothingWaits);
    }

    private List<DriverSession> sessions(int count) {
        var all = new ArrayList<DriverSession>();
        for (int i = 0; i < count; i++) {
            all.add(aSession());
        }
        return all;
    }

    private boolean nothingWaits() {
        return jdbc.sql("select count(*) from delivery where state in ('WAITING', 'SENDING')")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static boolean is(JsonNode request, String call) {
        return request.path("call").asString().equals(call);
    }
}
