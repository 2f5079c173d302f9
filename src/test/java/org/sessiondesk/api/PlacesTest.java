package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessiondesk.api.Places.Place.ENOUGH_OF_ITS_OWN;
import static org.sessiondesk.api.Places.Place.NONE_LEFT;
import static org.sessiondesk.api.Places.Place.TAKEN;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final UUID token = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final Places places = new Places();

    @Test
    void one_token_leaves_places_for_others() {
        assertThat(places.take(token)).isEqualTo(TAKEN);
        assertThat(places.take(token)).isEqualTo(TAKEN);
        assertThat(places.take(token)).isEqualTo(ENOUGH_OF_ITS_OWN);
        assertThat(places.take(other)).isEqualTo(TAKEN);
    }

    @Test
    void there_are_no_more_than_there_are_and_what_is_left_is_taken_again() {
        for (int one = 0; one < Places.MOST_AT_ONCE; one++) {
            assertThat(places.take(one < 2 ? token : other)).isEqualTo(TAKEN);
        }
        assertThat(places.take(UUID.randomUUID())).isEqualTo(NONE_LEFT);

        places.leave(token);

        assertThat(places.take(other)).isEqualTo(ENOUGH_OF_ITS_OWN);
        assertThat(places.take(UUID.randomUUID())).isEqualTo(TAKEN);
        places.leave(token);
        assertThat(places.take(token)).isEqualTo(TAKEN);
    }
}
