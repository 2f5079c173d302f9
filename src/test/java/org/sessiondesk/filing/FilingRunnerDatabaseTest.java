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
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

@DatabaseTest
class FilingRunnerDatabaseTest extends FilingDesk {

    @Autowired
    private FilingLedger ledger;

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

    private @Nullable String ending(UUID id) {
        return jdbc.sql("select ending from filing where id = :id")
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString("ending")))
                .single()
                .orElse(null);
    }
}
