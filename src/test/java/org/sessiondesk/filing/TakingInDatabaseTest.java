package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.database.DataFolder;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens while a file is taken in: somebody else's lock on one of its sessions holds it up. */
@DatabaseTest
class TakingInDatabaseTest extends FilingDesk {

    private static final int ROWS = 3_000;

    @Autowired
    private DataFolder folder;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void it_is_stopped_on_the_way_and_the_same_file_goes_on_from_there() {
        takeIn(HEAD + line(a, 1));
        String file = file(1_200);
        compare(file);
        transactions.executeWithoutResult(_ -> {
            lock(a);
            filings.takeIn();
            await().pollInSameThread().until(() -> filings.mine().orElseThrow().done() == 1_000 && waitsForALock());
            filings.cancel();
        });

        var stopped = settled();
        assertThat(stopped.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(stopped.tally()).isEqualTo(new Tally(1_499, 1, 0, 0, 0));
        assertThat(filings.taken(1).getFirst().ending()).isEqualTo(Ending.CANCELLED);

        assertThat(takeIn(file).tally()).isEqualTo(new Tally(ROWS - 1_500, 0, 1_500, 0, 0));
        assertThat(compare(file).tally()).isEqualTo(new Tally(0, 0, ROWS, 0, 0));
    }

    @Test
    void another_file_is_refused_meanwhile_and_kept_nowhere() throws IOException {
        takeIn(HEAD + line(a, 1));
        compare(HEAD + line(a, 2));
        var id = filings.mine().orElseThrow().id();
        transactions.executeWithoutResult(_ -> {
            lock(a);
            filings.takeIn();

            assertThatThrownBy(() -> bring(HEAD + line(b, 1))).isInstanceOf(IllegalStateException.class);
            filings.forget();
            assertThat(filings.mine().orElseThrow().id()).isEqualTo(id);
        });

        assertThat(ended().tally()).isEqualTo(new Tally(0, 1, 0, 0, 0));
        filings.forget();
        try (var left = Files.list(folder.path().resolve("intake"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_file_that_another_took_the_place_of_is_neither_compared_nor_taken_in() {
        compare(HEAD + line(a, 1));
        var first = filings.mine().orElseThrow().id();

        var next = bring(HEAD + line(b, 1));

        assertThat(next.id()).isNotEqualTo(first);
        assertThat(next.stage()).isEqualTo(Stage.CHOOSING);
        filings.takeIn();
        assertThat(filings.mine().orElseThrow().stage()).isEqualTo(Stage.CHOOSING);
        assertThat(sessions.findByOntimeId(a)).isEmpty();
    }

    @Test
    void whoever_loses_the_right_to_correct_writes_no_further() {
        takeIn(HEAD + line(a, 1));
        compare(file(100));
        transactions.executeWithoutResult(_ -> {
            lock(a);
            filings.takeIn();
            await().pollInSameThread().until(() -> waitsForALock());
            jdbc.sql("update account set role = :role where id = :id")
                    .param("role", Role.AUDITOR.name())
                    .param("id", SignedIn.now().id())
                    .update();
        });

        var state = settled();
        assertThat(state.ending()).isEqualTo(Ending.RIGHTS);
        assertThat(state.tally().rows()).isEqualTo(500);
        assertThat(filings.taken(1).getFirst().ending()).isEqualTo(Ending.RIGHTS);
    }

    @Test
    void whoever_stood_still_until_another_ended_the_file_writes_nothing_of_its_batch() {
        takeIn(HEAD + line(a, 1));
        compare(file(700));
        transactions.executeWithoutResult(_ -> {
            lock(a);
            filings.takeIn();
            await().pollInSameThread().until(() -> filings.mine().orElseThrow().done() == 500 && waitsForALock());
            jdbc.sql("update filing set ending = 'FAILED', ended_at = now() where id = :id")
                    .param("id", filings.mine().orElseThrow().id())
                    .update();
        });

        assertThat(settled().ending()).isEqualTo(Ending.FAILED);
        assertThat(filings.taken(1).getFirst().tally().added()).isEqualTo(500);
        assertThat(jdbc.sql("select count(*) from driver_session where driver_id = :driver")
                        .param("driver", driver)
                        .query(Long.class)
                        .single())
                .isEqualTo(501);
        assertThat(session(a).values().endMileage()).isEqualTo(1);
    }

    /** New sessions, and in this row the one that is known. */
    private String file(int known) {
        var file = new StringBuilder(HEAD);
        for (int n = 0; n < ROWS; n++) {
            file.append(line(n == known ? a : UUID.randomUUID(), n));
        }
        return file.toString();
    }

    private void lock(UUID ontimeId) {
        jdbc.sql("select id from driver_session where ontime_id = :id for update")
                .param("id", ontimeId)
                .query(UUID.class)
                .single();
    }

    private boolean waitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
