package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.database.DataFolder;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.roster.Vehicle;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@DatabaseTest
class FilingsDatabaseTest extends FilingDesk {

    @Autowired
    private SessionCorrections corrections;

    @Autowired
    private Roster roster;

    @Autowired
    private DataFolder folder;

    @Test
    void before_anything_is_written_new_changed_same_and_bad_are_counted() throws IOException {
        takeIn(HEAD + line(a, 52_398) + line(b, 100));
        long trail = trailSize();
        var fresh = UUID.randomUUID();

        var state = compare(
                HEAD + line(a, 52_399) + line(b, 100) + line(fresh, 7) + line(b, 101) + "x,y\n" + line(null, 1));

        assertThat(state.tally()).isEqualTo(new Tally(1, 1, 1, 0, 3));
        assertThat(state.bad())
                .extracting(BadRow::line, BadRow::column, BadRow::reason)
                .containsExactly(
                        tuple(5L, "ID", BadRow.Reason.ID_TWICE),
                        tuple(6L, "", BadRow.Reason.CELLS),
                        tuple(7L, "ID", BadRow.Reason.ID_MISSING));
        var kept = new ArrayList<BadRow>();
        filings.eachBadRow(kept::add);
        assertThat(kept).hasSize(3);
        assertThat(kept.getFirst().cells()).contains(b.toString(), "101");
        assertThat(session(a).values().endMileage()).isEqualTo(52_398);
        assertThat(sessions.findByOntimeId(fresh)).isEmpty();
        assertThat(trailSize()).isEqualTo(trail);
    }

    @Test
    void the_same_file_twice_changes_nothing_and_is_known_again() {
        String file = HEAD + line(a, 52_398) + line(b, 100);
        assertThat(takeIn(file).tally()).isEqualTo(new Tally(2, 0, 0, 0, 0));
        var before = List.of(session(a), session(b));

        var compared = compare(file);

        assertThat(compared.tally()).isEqualTo(new Tally(0, 0, 2, 0, 0));
        assertThat(compared.takenBefore()).isNotNull();
        filings.takeIn();
        assertThat(ended().tally()).isEqualTo(new Tally(0, 0, 2, 0, 0));
        assertThat(List.of(session(a), session(b))).isEqualTo(before);
    }

    @Test
    void a_session_whose_correction_is_not_delivered_is_left_alone_altogether() {
        takeIn(HEAD + line(a, 52_130));
        correctEndMileage(52_398);
        var before = session(a);

        assertThat(compare(HEAD + line(a, 1)).tally()).isEqualTo(new Tally(0, 0, 0, 1, 0));
        filings.takeIn();

        assertThat(ended().tally()).isEqualTo(new Tally(0, 0, 0, 1, 0));
        assertThat(session(a)).isEqualTo(before);
    }

    @Test
    void changed_sessions_that_were_corrected_here_are_counted_apart() {
        takeIn(HEAD + line(a, 52_130) + line(b, 100));
        correctEndMileage(51_230);
        jdbc.sql("update delivery set state = 'ACCEPTED', newest_attempt = 1 where session_id = :id")
                .param("id", session(a).id())
                .update();

        assertThat(compare(HEAD + line(a, 52_130) + line(b, 101)).tally()).isEqualTo(new Tally(0, 2, 0, 0, 0, 1));
    }

    @Test
    void what_a_file_does_not_mention_stays_and_so_do_unknown_members() {
        takeIn(HEAD + line(a, 52_130));

        takeIn("ID,EndMileage\n" + a + ",52398\n");

        var after = session(a);
        assertThat(after.values().endMileage()).isEqualTo(52_398);
        assertThat(after.values().driver()).isEqualTo(driver);
        assertThat(after.values().logIn()).isEqualTo(Instant.parse("2026-06-02T14:15:00Z"));
        assertThat(after.lastKnown())
                .isNotNull()
                .extracting(UserSession::text)
                .asString()
                .contains("\"Extra\":\"=kept\"", "\"EndMileage\":52398");
    }

    @Test
    void a_new_session_must_say_whose_it_is_and_when_it_began() {
        var state = compare("ID,UserID,LogInTime\n" + a + ",,2026-06-02T14:15:00Z\n" + b + "," + driver + ",\n");

        assertThat(state.tally()).isEqualTo(new Tally(0, 0, 0, 0, 2));
        assertThat(state.bad())
                .extracting(BadRow::reason)
                .containsExactly(BadRow.Reason.NEW_WITHOUT_DRIVER, BadRow.Reason.NEW_WITHOUT_LOG_IN);
    }

    @Test
    void users_and_vehicles_come_in_by_the_rosters_door() {
        String users = "ID,FirstName,LastName,IsDriver\n" + a + ",Marco,=Ruiz,yes\n" + b + ",Ada,Lee,no\n";
        assertThat(takeIn(users).tally()).isEqualTo(new Tally(2, 0, 0, 0, 0));
        assertThat(roster.drivers(Set.of(a)).values()).extracting(Driver::name).containsExactly("=Ruiz, Marco");
        assertThat(compare(users.replace("Ada", "Ava")).tally()).isEqualTo(new Tally(0, 1, 1, 0, 0));

        takeIn("[{\"ID\":\"" + a + "\",\"FleetID\":\"Van 14\",\"Year\":2019,\"RegistrationPlate\":\"7ABC\"}]");
        assertThat(roster.vehicles(Set.of(a)).values())
                .extracting(Vehicle::name)
                .containsExactly("Van 14");
    }

    @Test
    void the_zone_is_asked_for_and_remembered_with_the_columns() {
        String file = "Key,UserID,LogInTime\n" + a + "," + driver + ",2026-06-02 07:15\n";
        var shown = bring(file);
        var guessed = Objects.requireNonNull(shown.mapping());
        assertThat(guessed.problems(Objects.requireNonNull(shown.shape()))).hasSize(2);
        assertThatThrownBy(filings::compare).isInstanceOf(IllegalStateException.class);
        var targets = new LinkedHashMap<>(guessed.targets());
        targets.put("Key", "ID");
        filings.choose(new ColumnMapping(FileKind.SESSIONS, targets, ZoneId.of("America/New_York"), null));

        filings.compare();
        settled();
        filings.takeIn();
        ended();

        assertThat(session(a).values().logIn()).isEqualTo(Instant.parse("2026-06-02T11:15:00Z"));
        var next = bring(file.replace("07:15", "08:15"));
        assertThat(next.remembered()).isTrue();
        var remembered = Objects.requireNonNull(next.mapping());
        assertThat(remembered.targets()).containsEntry("Key", "ID");
        assertThat(remembered.zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void comparing_can_be_stopped_and_leaves_nothing() {
        var file = new StringBuilder(HEAD);
        for (int n = 0; n < 20_000; n++) {
            file.append(line(UUID.randomUUID(), n));
        }
        bring(file.toString());

        filings.compare();
        filings.cancel();

        var state = settled();
        assertThat(state.stage()).isEqualTo(Stage.CHOOSING);
        assertThat(state.ending()).isEqualTo(Ending.CANCELLED);
        filings.forget();
        assertThat(filings.mine()).isEmpty();
    }

    @Test
    void who_took_in_which_file_stands_in_the_trail_and_the_file_itself_is_deleted() throws IOException {
        takeIn(HEAD + line(a, 1));
        filings.forget();

        var taken = filings.taken(1).getFirst();
        assertThat(taken.ending()).isEqualTo(Ending.DONE);
        assertThat(taken.tally()).isEqualTo(new Tally(1, 0, 0, 0, 0));
        assertThat(jdbc.sql("""
                        select string_agg(e.action, ' ' order by e.position)
                          from audit_entry e join audit_subject s using (position)
                         where s.kind = 'file' and s.id = :id
                        """)
                        .param("id", taken.id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("filing.begun session.filed filing.ended");
        try (var left = Files.list(folder.path().resolve("intake"))) {
            assertThat(left.filter(file -> file.toString().contains(taken.id().toString())))
                    .isEmpty();
        }
    }

    @Test
    void a_refused_file_is_said_and_kept_nowhere() {
        var state = bring("ID\0\n");

        assertThat(state.stage()).isEqualTo(Stage.REFUSED);
        assertThat(state.refusal()).isEqualTo(new FileRefusal(Why.NUL, 1));
    }

    @Test
    void who_may_not_correct_takes_nothing_in_and_may_see_what_was() {
        signIn(Role.PAYROLL);

        assertThatThrownBy(() -> bring(HEAD)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(filings::takeIn).isInstanceOf(AccessDeniedException.class);
        assertThat(filings.taken(1)).hasSizeLessThanOrEqualTo(1);
        signIn(Role.SUPERVISOR);
    }

    private void correctEndMileage(int to) {
        var session = session(a);
        var now = session.values();
        corrections.apply(List.of(new SessionCommand.Correct(
                session.id(),
                session.version(),
                new SessionValues(
                        now.driver(), now.vehicle(), now.type(), now.logIn(), now.logOut(), now.startMileage(), to),
                Set.of(SessionField.END_MILEAGE),
                Reason.READING_MISTYPED,
                null)));
    }
}
