package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.HistoryEntry;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.FromFile;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class FiledHistoryDatabaseTest extends FilingDesk {

    @Autowired
    private Worklist worklist;

    @Test
    void what_a_file_brought_is_the_persons_who_took_it_in_and_not_ontimes() {
        takeIn(HEAD + line(a, 52_130));
        takeIn(HEAD + line(a, 52_398));

        assertThat(history())
                .allSatisfy(entry -> assertThat(entry).isInstanceOf(FromFile.class))
                .extracting(
                        entry -> ((FromFile) entry).person(),
                        entry -> ((FromFile) entry).fileName(),
                        entry -> ((FromFile) entry).first(),
                        entry -> ((FromFile) entry).changes())
                .containsExactly(
                        tuple(
                                SignedIn.now().id(),
                                "sessions.csv",
                                false,
                                List.of(new Change(SessionField.END_MILEAGE, 52_130, 52_398))),
                        tuple(SignedIn.now().id(), "sessions.csv", true, List.of()));
    }

    private List<HistoryEntry> history() {
        return worklist.detail(session(a).id()).orElseThrow().history();
    }
}
