package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.database.DataFolder;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class FilingWatchDatabaseTest extends FilingDesk {

    @Autowired
    private FilingWatch watch;

    @Autowired
    private FilingLedger ledger;

    @Autowired
    private FilingRunner runner;

    @Autowired
    private FileNews news;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_portal_left_is_ended_as_broken_off_and_what_a_living_one_has_is_not() throws IOException {
        var left = received("x\n");
        var living = received("x\n");
        ledger.begin(left, FileKind.SESSIONS);
        ledger.begin(living, FileKind.SESSIONS);
        transactions.executeWithoutResult(_ -> ledger.wrote(left.id(), 500, 0));
        aliveBefore(left.id(), 70);
        aliveBefore(living.id(), 70);
        ledger.inHand(List.of(living.id()));

        watch.look();

        assertThat(ending(left.id())).isEqualTo("FAILED");
        assertThat(ending(living.id())).isNull();
        assertThat(actions(left.id())).isEqualTo("filing.begun filing.broken-off");
        // Whoever stood still meanwhile is told, and ends nothing a second time.
        assertThatThrownBy(() -> ledger.progress(left.id(), Tally.NONE)).isInstanceOf(IllegalStateException.class);
        ledger.end(left, FileKind.SESSIONS, Ending.DONE, Tally.NONE);
        assertThat(ending(left.id())).isEqualTo("FAILED");
        assertThat(actions(left.id())).isEqualTo("filing.begun filing.broken-off");
        ledger.end(living, FileKind.SESSIONS, Ending.DONE, Tally.NONE);
    }

    @Test
    void what_the_portal_before_us_left_in_our_folder_is_ended_at_once_and_what_another_has_is_not()
            throws IOException {
        var left = received("x\n");
        var elsewhere = received("y\n");
        ledger.begin(left, FileKind.SESSIONS);
        ledger.begin(elsewhere, FileKind.SESSIONS);
        var intake = Files.createDirectories(folder.resolve("data/intake"));
        Files.move(left.path(), intake.resolve(left.path().getFileName()));
        Files.writeString(intake.resolve("x.upload"), "no file of ours");

        try (var data = DataFolder.claim(folder.resolve("data"))) {
            new FilingWatch(ledger, runner, news, new IntakeFolder(data)).look();
        }

        assertThat(ending(left.id())).isEqualTo("FAILED");
        assertThat(ending(elsewhere.id())).isNull();
        assertThat(intake).isEmptyDirectory();
        ledger.end(elsewhere, FileKind.SESSIONS, Ending.DONE, Tally.NONE);
    }

    private UploadedFile received(String text) throws IOException {
        return UploadedFile.receive(
                UUID.randomUUID(),
                folder,
                "sessions.csv",
                SignedIn.now().id(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void aliveBefore(UUID id, int seconds) {
        jdbc.sql("update filing set alive_at = clock_timestamp() - :seconds * interval '1 second' where id = :id")
                .param("seconds", seconds)
                .param("id", id)
                .update();
    }

    private @Nullable String ending(UUID id) {
        return jdbc.sql("select ending from filing where id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString("ending")))
                .single()
                .orElse(null);
    }

    private String actions(UUID id) {
        return jdbc.sql("""
                        select string_agg(e.action, ' ' order by e.position)
                          from audit_entry e join audit_subject s using (position)
                         where s.kind = 'file' and s.id = :id
                        """).param("id", id.toString()).query(String.class).single();
    }
}
