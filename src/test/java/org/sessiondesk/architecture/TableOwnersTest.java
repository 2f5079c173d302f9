package org.sessiondesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableOwnersTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");

    private final Map<String, String> owners = TableOwners.of(Path.of("src", "main", "resources", "db", "migration"));

    @Test
    void a_table_is_written_by_its_room_alone() {
        assertThat(new ForeignWrites("org.sessiondesk", owners).below(CLASSES)).isEmpty();
    }

    @Test
    void a_write_is_found_in_any_spelling_and_a_reading_is_none() {
        List<String> found = new ForeignWrites("org.sessiondesk.architecture.bad", Map.of("driver_session", "session"))
                .below(TEST_CLASSES);

        assertThat(found)
                .hasSize(3)
                .allMatch(line -> line.endsWith("writes driver_session, which is session's"))
                .anyMatch(line -> line.contains("delivery.AnothersRow"));
    }

    @Test
    void each_table_of_the_migrations_has_an_owner() {
        assertThat(owners).containsEntry("audit_head", "audit").containsEntry("driver_session", "session");
    }
}
