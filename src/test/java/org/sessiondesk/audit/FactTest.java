package org.sessiondesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final Fact FACT = Fact.of("session.corrected", Actor.system());

    @Test
    void instants_and_ids_become_text_and_small_numbers_long() {
        UUID id = UUID.fromString("0195e0a4-7c00-7000-8000-0000000000aa");
        Fact fact = FACT.detail("at", Instant.parse("2026-03-29T14:15:16.123456789Z"))
                .detail("id", id)
                .detail("mileage", 52310)
                .detail("nested", Map.of("list", List.of(1, 2)));
        assertThat(fact.details())
                .containsEntry("at", "2026-03-29T14:15:16.123456Z")
                .containsEntry("id", id.toString())
                .containsEntry("mileage", 52310L)
                .containsEntry("nested", Map.of("list", List.of(1L, 2L)));
    }

    @Test
    void what_two_readers_of_json_could_see_differently_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FACT.detail("ratio", 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> FACT.detail("big", 1L << 53));
        assertThatIllegalArgumentException().isThrownBy(() -> FACT.detail("deep", List.of(Map.of("x", 1f))));
    }

    @Test
    void a_record_is_named_once_however_often_it_is_said() {
        UUID id = UUID.randomUUID();
        assertThat(FACT.about("session", id).about("session", id).subjects())
                .containsExactly(Subject.of("session", id));
    }

    @Test
    void nothing_typed_is_no_text() {
        assertThat(FACT.text("note", null).text("note", "  ").texts()).isEmpty();
    }

    @Test
    void characters_no_database_can_hold_are_marked_as_lost() {
        assertThat(FACT.text("note", "a\0b\uD83Dc\uD83D\uDE9A").texts())
                .containsEntry("note", "a\uFFFDb\uFFFDc\uD83D\uDE9A");
    }

    @Test
    void a_fact_keeps_what_it_was_made_of() {
        Map<String, Object> details = new HashMap<>(Map.of("kind", "CORRECT"));
        Fact fact = new Fact("session.corrected", Actor.system(), List.of(), details, Map.of());
        details.put("kind", "UNDO");
        assertThat(fact.details()).containsEntry("kind", "CORRECT");
    }

    @Test
    void action_and_subject_have_one_spelling() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fact.of("Corrected", Actor.system()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("Session", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject("driver", "Marco Ruiz"));
    }
}
