package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.OnTimeSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UpdateReadingTest {

    @Test
    void a_vanished_session_is_read_before_it_is_sent_though_others_arent() {
        assertThat(UpdateReading.isRead(settings(true, false), true)).isTrue();
        assertThat(UpdateReading.isRead(settings(true, false), false)).isFalse();
    }

    @Test
    void where_nothing_may_be_read_a_vanished_one_isnt_either() {
        assertThat(UpdateReading.isRead(settings(false, true), true)).isFalse();
    }

    private static OnTimeSettings settings(boolean read, boolean readBeforeUpdate) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "o.company-id",
                        "acme",
                        "o.api-key",
                        "a-key",
                        "o.read",
                        read,
                        "o.read-before-update",
                        readBeforeUpdate)))
                .bindOrCreate("o", OnTimeSettings.class);
    }
}
