package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessiondesk.sandbox.fleet.Fleet;
import org.sessiondesk.sandbox.fleet.FleetMaker;
import org.sessiondesk.sandbox.fleet.FleetPlan;

class RecordsTest {

    @TempDir
    private Path folder;

    @Test
    void a_fleet_is_made_once_and_read_back_value_for_value() throws Exception {
        var plan = new FleetPlan(7, Instant.parse("2026-06-05T21:30:00Z"), ZoneId.of("America/Los_Angeles"), 31, 36);
        var fleet = FleetMaker.make(plan);
        try (var made = new Records(folder, () -> fleet)) {
            assertThat(made.sessions()).isEqualTo(fleet.sessions());
        }
        try (var again = new Records(folder, Fleet::empty)) {
            assertThat(again.sessions()).isEqualTo(fleet.sessions());
            assertThat(again.personIds()).hasSize(41);
            assertThat(again.planted()).contains("FORGOTTEN_LOG_OUT", "\"truth\"");
        }
    }

    @Test
    void the_file_shrinks_again_after_many_changes() throws Exception {
        var id = UUID.randomUUID();
        try (var records = new Records(folder, Fleet::empty)) {
            var body = Wire.JSON.createObjectNode();
            for (int mileage = 0; mileage < 50; mileage++) {
                records.put(new SessionBody(body.put("EndMileage", mileage)).session(id));
            }
        }
        try (var records = new Records(folder, Fleet::empty)) {
            assertThat(records.session(id))
                    .hasValueSatisfying(
                            session -> assertThat(session.endMileage()).isEqualTo(49));
        }
        assertThat(Files.readAllLines(folder.resolve("records.jsonl"))).hasSize(1);
    }

    @Test
    void a_made_key_stays_the_same_and_only_its_owner_reads_it() throws Exception {
        SandboxKey.of(null, folder);
        var text = Files.readString(folder.resolve("key"));
        assertThat(SandboxKey.of(null, folder).opens(text)).isTrue();
        assertThat(SandboxKey.of(null, folder).opens("Bearer " + text)).isFalse();
        assertThat(Files.getPosixFilePermissions(folder.resolve("key"))).hasSize(2);
    }
}
