package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.Standing;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.database.DataFolder;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class FilingRunnerDatabaseTest extends FilingDesk {

    @Autowired
    private FilingWatch watch;

    @Autowired
    private FilingLedger ledger;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RememberedMappings mappings;

    @Autowired
    private UserSessionText texts;

    @Autowired
    private FileNews news;

    @Autowired
    private LiveNews live;

    @Autowired
    private Standing standing;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private InstantSource clock;

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_portal_left_is_ended_as_broken_off_and_what_a_living_one_has_is_not() throws IOException {
        var left = received("x\n").file();
        var living = received("x\n").file();
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
        var left = received("x\n").file();
        var elsewhere = received("y\n").file();
        ledger.begin(left, FileKind.SESSIONS);
        ledger.begin(elsewhere, FileKind.SESSIONS);
        var intake = Files.createDirectories(folder.resolve("data/intake"));
        Files.move(left.path(), intake.resolve(left.path().getFileName()));
        Files.writeString(intake.resolve("x.upload"), "no file of ours");

        try (var data = DataFolder.claim(folder.resolve("data"))) {
            new FilingWatch(ledger, new FilingRunner(work(new Recording()), ledger, news), news, new IntakeFolder(data))
                    .look();
        }

        assertThat(ending(left.id())).isEqualTo("FAILED");
        assertThat(ending(elsewhere.id())).isNull();
        assertThat(intake).isEmptyDirectory();
        ledger.end(elsewhere, FileKind.SESSIONS, Ending.DONE, Tally.NONE);
    }

    @Test
    void an_ending_that_the_database_could_not_be_told_is_told_when_it_is_back() throws IOException {
        var tries = new AtomicInteger();
        var away = new FilingLedger(jdbc, trail, clock) {
            @Override
            public void begin(UploadedFile file, FileKind kind) {
                ledger.begin(file, kind);
            }

            @Override
            public void end(UploadedFile file, FileKind kind, Ending ending, Tally tally) {
                if (tries.incrementAndGet() < 3) {
                    throw new DataAccessResourceFailureException("away", new SQLException("away", "08006"));
                }
                ledger.end(file, kind, ending, tally);
            }
        };
        var filing = compared(HEAD + line(a, 1));
        var runner = new FilingRunner(work(new Recording()), away, news);

        runner.take(filing, FileKind.SESSIONS);

        await().until(() -> filing.state().stage() == Stage.ENDED);
        assertThat(tries).hasValue(3);
        assertThat(ending(filing.file().id())).isEqualTo("DONE");
        assertThat(runner.inHand()).isEmpty();
    }

    @Test
    void running_out_of_memory_leaves_nobody_stuck() throws IOException {
        var runner = new FilingRunner(
                work(new Recording() {
                    @Override
                    public Tally file(
                            FileKind kind, List<GoodRow> rows, @Nullable Order order, Consumer<BadFinding> bad) {
                        throw new OutOfMemoryError("as if");
                    }
                }),
                ledger,
                news);
        var comparing = received(HEAD + line(a, 1));
        work(new Recording()).inspect(comparing);
        comparing.begin(Stage.CHOOSING, Stage.COMPARING);
        runner.compare(comparing);
        await().until(() -> comparing.state().stage() == Stage.CHOOSING);
        assertThat(comparing.state().ending()).isEqualTo(Ending.FAILED);

        var taking = compared(HEAD + line(a, 1));
        runner.take(taking, FileKind.SESSIONS);
        await().until(() -> taking.state().stage() == Stage.ENDED);
        assertThat(ending(taking.file().id())).isEqualTo("FAILED");
    }

    @Test
    void a_file_that_can_not_be_read_any_more_is_not_said_to_be_the_databases_fault() throws IOException {
        var filing = received(HEAD + line(a, 1));
        var work = work(new Recording());
        work.inspect(filing);
        Files.delete(filing.file().path());
        filing.begin(Stage.CHOOSING, Stage.COMPARING);

        new FilingRunner(work, ledger, news).compare(filing);

        await().until(() -> filing.state().stage() == Stage.CHOOSING);
        assertThat(filing.state().ending()).isEqualTo(Ending.DISK);
    }

    @Test
    void columns_that_are_left_out_count_for_what_is_held_in_memory() throws IOException {
        var door = new Recording();
        var work = work(door);
        var file = new StringBuilder("ID,UserID,LogInTime,Left out\n");
        for (int n = 0; n < 100; n++) {
            file.append("%s,%s,2026-06-02T14:15:00Z,%s\n".formatted(UUID.randomUUID(), driver, "x".repeat(90_000)));
        }
        var filing = received(file.toString());
        work.inspect(filing);

        work.compare(filing);

        assertThat(door.batches).allMatch(rows -> rows <= 50);
    }

    @Test
    void a_stop_is_heard_every_few_rows_however_bad_they_are() throws IOException {
        var filing = received("ID,UserID\n" + "x\n".repeat(5_000));
        work(new Recording()).inspect(filing);
        var stopping = new FileNews(live) {
            @Override
            synchronized void tell(UUID file) {
                filing.cancel();
            }
        };
        var work = new FilingWork(List.of(new Recording()), mappings, ledger, texts, stopping, standing);

        assertThatThrownBy(() -> work.compare(filing)).isInstanceOf(OpenFiling.Cancelled.class);

        assertThat(filing.state().done()).isEqualTo(500);
    }

    /** Everything is new. */
    private static class Recording implements FileDoor {

        private final List<Integer> batches = new ArrayList<>();

        @Override
        public boolean takes(FileKind kind) {
            return true;
        }

        @Override
        public Tally file(FileKind kind, List<GoodRow> rows, @Nullable Order order, Consumer<BadFinding> bad) {
            batches.add(rows.size());
            return new Tally(rows.size(), 0, 0, 0, 0);
        }
    }

    private FilingWork work(FileDoor door) {
        return new FilingWork(List.of(door), mappings, ledger, texts, news, standing);
    }

    private OpenFiling received(String text) throws IOException {
        return new OpenFiling(UploadedFile.receive(
                UUID.randomUUID(),
                folder,
                "sessions.csv",
                SignedIn.now().id(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private OpenFiling compared(String text) throws IOException {
        var filing = received(text);
        var work = work(new Recording());
        work.inspect(filing);
        work.compare(filing);
        filing.begin(Stage.COMPARED, Stage.TAKING);
        return filing;
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
