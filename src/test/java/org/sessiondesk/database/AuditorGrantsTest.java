package org.sessiondesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the migrations let an auditor read is what operations.md gives to one who comes later. */
class AuditorGrantsTest {

    private static final Pattern MIGRATED =
            Pattern.compile("grant select\\s+on\\s+([a-z_,\\s]+?)\\s+to\\s+\\$\\{auditor_role}");
    private static final Pattern BY_HAND =
            Pattern.compile("grant select\\s+on\\s+([a-z_,\\s]+?)\\s+to\\s+sessiondesk_auditor");

    @Test
    void the_grants_by_hand_are_those_of_the_migrations() throws IOException {
        var migrated = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            files.map(AuditorGrantsTest::read).forEach(sql -> migrated.addAll(tables(sql, MIGRATED)));
        }
        assertThat(migrated).contains("audit_entry", "day_sign_off");
        assertThat(tables(read(Path.of("docs/operations.md")), BY_HAND)).isEqualTo(migrated);
    }

    private static Set<String> tables(String text, Pattern grant) {
        var tables = new TreeSet<String>();
        grant.matcher(text)
                .results()
                .forEach(found -> Arrays.stream(found.group(1).split(","))
                        .map(String::strip)
                        .forEach(tables::add));
        return tables;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
