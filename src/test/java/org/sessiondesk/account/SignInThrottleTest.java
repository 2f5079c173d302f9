package org.sessiondesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private Instant now = Instant.parse("2026-06-02T06:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(() -> now);

    @Test
    void the_first_tries_are_free_and_then_the_wait_doubles() {
        fail("anna@x.test", "10.0.0.1", 5);
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).contains(now.plusSeconds(15));
        now = now.plusSeconds(15);
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isEmpty();
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).contains(now.plusSeconds(30));
    }

    @Test
    void the_wait_never_passes_a_quarter_of_an_hour() {
        for (int round = 0; round < 20; round++) {
            throttle.begin("anna@x.test", "10.0.0.1").ifPresent(until -> now = until);
        }
        throttle.begin("anna@x.test", "10.0.0.1");
        assertThat(throttle.begin("anna@x.test", "10.0.0.1").map(until -> Duration.between(now, until)))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void a_stranger_elsewhere_does_not_lock_a_colleague_out() {
        fail("anna@x.test", "203.0.113.9", 6);
        assertThat(throttle.begin("anna@x.test", "203.0.113.9")).isPresent();
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isEmpty();
    }

    @Test
    void guessing_through_many_accounts_from_one_address_is_slowed_too() {
        for (int account = 0; account < 30; account++) {
            assertThat(throttle.begin("person" + account + "@x.test", "203.0.113.9"))
                    .isEmpty();
        }
        assertThat(throttle.begin("anna@x.test", "203.0.113.9")).isPresent();
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isEmpty();
    }

    @Test
    void changing_the_address_within_one_network_gains_nothing() {
        for (int host = 0; host < 30; host++) {
            throttle.begin("person" + host + "@x.test", "2001:db8:1:2:0:0:0:" + host);
        }
        assertThat(throttle.begin("anna@x.test", "2001:db8:1:2:aaaa:0:0:1")).isPresent();
        assertThat(throttle.begin("anna@x.test", "2001:db8:1:3:aaaa:0:0:1")).isEmpty();
    }

    @Test
    void success_forgets_the_pair_but_only_one_try_of_the_address() {
        fail("anna@x.test", "10.0.0.1", 4);
        throttle.begin("anna@x.test", "10.0.0.1");
        throttle.succeeded("anna@x.test", "10.0.0.1");
        fail("anna@x.test", "10.0.0.1", 4);
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isEmpty();
    }

    @Test
    void tries_at_the_same_time_count_from_their_beginning() {
        for (int atOnce = 0; atOnce < 5; atOnce++) {
            assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isEmpty();
        }
        assertThat(throttle.begin("anna@x.test", "10.0.0.1")).isPresent();
    }

    private void fail(String email, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.begin(email, address);
        }
    }
}
