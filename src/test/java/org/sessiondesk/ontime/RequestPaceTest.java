package org.sessiondesk.ontime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequestPaceTest {

    @Test
    void requests_are_spread_evenly() throws InterruptedException {
        var pace = new RequestPace(100);
        long started = System.nanoTime();
        for (int i = 0; i < 11; i++) {
            pace.await();
        }
        assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(100_000_000);
    }

    @Test
    void a_wait_can_be_interrupted() throws InterruptedException {
        var pace = new RequestPace(0.01);
        pace.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(pace::await).isInstanceOf(InterruptedException.class);
    }
}
