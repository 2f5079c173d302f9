package org.sessiondesk.ui.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.sessiondesk.delivery.DeliveryState;

class DeliveriesUrlTest {

    @Test
    void what_an_address_says_comes_back() {
        for (var state : DeliveryState.values()) {
            var url = new DeliveriesUrl(state);
            assertThat(DeliveriesUrl.parse(url.format())).isEqualTo(url);
        }
        assertThat(DeliveriesUrl.parse(DeliveriesUrl.ALL.format())).isEqualTo(DeliveriesUrl.ALL);
    }

    @Test
    void a_state_that_cant_be_read_is_left_out() {
        assertThat(DeliveriesUrl.parse(QueryParameters.fromString("state=nonsense")))
                .isEqualTo(DeliveriesUrl.ALL);
    }
}
