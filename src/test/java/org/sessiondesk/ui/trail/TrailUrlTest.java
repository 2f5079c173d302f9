package org.sessiondesk.ui.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.audit.Subject;

class TrailUrlTest {

    @Test
    void what_is_formatted_is_parsed_back() {
        var url = new TrailUrl(
                TrailKind.ACCOUNTS,
                UUID.randomUUID(),
                new Subject("session", UUID.randomUUID().toString()),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 30),
                4711);

        assertThat(TrailUrl.parse(url.format())).isEqualTo(url);
    }

    @Test
    void the_start_needs_no_keys() {
        assertThat(TrailUrl.START.format().getParameters()).isEmpty();
        assertThat(TrailUrl.parse(QueryParameters.empty())).isEqualTo(TrailUrl.START);
    }

    @Test
    void what_cannot_be_read_is_dropped() {
        var keys = QueryParameters.fromString("kind=all&person=omar&record=session:a%20b&from=yesterday&to=2026-02-30");

        assertThat(TrailUrl.parse(keys)).isEqualTo(TrailUrl.START);
    }
}
