package org.sessiondesk.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.roster.NumberLine.Why;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class PayrollNumbersDatabaseTest {

    @Autowired
    private PayrollNumbers numbers;

    @Autowired
    private NumberFiles files;

    @Autowired
    private Roster roster;

    @Autowired
    private AuditQueries trail;

    /** So that no other test's drivers are of the same name. */
    private final String family = "Ruíz" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void payroll() {
        signIn(Role.PAYROLL);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_number_stands_with_its_driver_and_the_trail_keeps_who_set_it() {
        var marco = driver("Marco");

        assertThat(numbers.set(marco, " 1042 ")).isEqualTo(new NumberOutcome.Saved(List.of()));
        assertThat(numbers.set(marco, "1042")).isEqualTo(new NumberOutcome.Same());
        assertThat(numbers.set(marco, "B-07")).isInstanceOf(NumberOutcome.Saved.class);

        assertThat(numbers.page(family, 0, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.number()).isEqualTo("B-07"));
        assertThat(trail.history(Subject.of("driver", marco), 10))
                .extracting(
                        TrailEntry::action,
                        entry -> entry.texts().get("number"),
                        entry -> entry.texts().get("numberBefore"))
                .containsExactly(
                        tuple("driver.payroll-number-set", "B-07", "1042"),
                        tuple("driver.payroll-number-set", "1042", null));
    }

    @Test
    void an_empty_one_takes_it_away_and_a_formula_is_none() {
        var marco = driver("Marco");
        numbers.set(marco, "77");

        assertThat(numbers.set(marco, "=1+1")).isEqualTo(new NumberOutcome.Impossible());
        assertThat(numbers.set(marco, " ")).isEqualTo(new NumberOutcome.Saved(List.of()));

        assertThat(numbers.of(List.of(marco))).isEmpty();
        assertThat(numbers.set(UUID.randomUUID(), "1")).isEqualTo(new NumberOutcome.NoDriver());
    }

    @Test
    void the_number_of_somebody_else_is_saved_and_said() {
        var marco = driver("Marco");
        var li = driver("Li");
        numbers.set(marco, "9" + family);

        assertThat(numbers.set(li, "9" + family))
                .isInstanceOfSatisfying(
                        NumberOutcome.Saved.class,
                        saved -> assertThat(saved.alsoOf())
                                .extracting(Driver::ontimeId)
                                .containsExactly(marco));
    }

    @Test
    void a_file_sets_those_it_names_and_says_of_each_other_line_why_not() throws IOException {
        var marco = driver("Marco");
        var li = driver("Li");
        driver("Jo");
        driver("Jo");
        numbers.set(li, "5");

        var lines = lines("Payroll no.;Driver\n"
                + "1;marco " + family.replace('í', 'i') + "\n"
                + "5;" + li + "\n"
                + "2;Nobody, At All\n"
                + "3;\"" + family + ", Jo\"\n"
                + ";\"" + family + ", Li\"\n"
                + "+4;" + marco + "\n"
                + "6;" + marco + "\n"
                + "7;\n");
        var compared = numbers.compare(lines);

        assertThat(compared.get(0))
                .isEqualTo(
                        new NumberLine.Sets(lines.getFirst(), new Driver(marco, family + ", Marco", true), "1", null));
        assertThat(compared.get(1)).isInstanceOf(NumberLine.Same.class);
        assertThat(compared.subList(2, 8))
                .allSatisfy(line -> assertThat(line).isInstanceOf(NumberLine.Bad.class))
                .extracting(line -> ((NumberLine.Bad) line).why())
                .containsExactly(
                        Why.UNKNOWN,
                        Why.AMBIGUOUS,
                        Why.NO_NUMBER,
                        Why.IMPOSSIBLE_NUMBER,
                        Why.DRIVER_TWICE,
                        Why.NO_DRIVER_NAMED);
        assertThat(numbers.of(List.of(marco))).as("nothing is written").isEmpty();

        assertThat(numbers.take(lines)).isEqualTo(1);
        assertThat(numbers.of(List.of(marco, li))).containsEntry(marco, "1").containsEntry(li, "5");
        assertThat(numbers.take(lines)).isZero();
    }

    @Test
    void an_id_that_is_none_of_ontimes_says_nothing_where_a_name_stands() throws IOException {
        var marco = driver("Marco");
        var li = driver("Li");

        var compared = numbers.compare(lines("ID,OnTime ID,Driver,Payroll number\n"
                + "17,,\"" + family + ", Marco\",1\n"
                + "18," + li + ",,2\n"
                + "19,,,3\n"));

        assertThat(compared.get(0))
                .isInstanceOfSatisfying(
                        NumberLine.Sets.class,
                        line -> assertThat(line.driver().ontimeId()).isEqualTo(marco));
        assertThat(compared.get(1))
                .isInstanceOfSatisfying(
                        NumberLine.Sets.class,
                        line -> assertThat(line.driver().ontimeId()).isEqualTo(li));
        assertThat(compared.get(2))
                .isInstanceOfSatisfying(
                        NumberLine.Bad.class, line -> assertThat(line.why()).isEqualTo(Why.UNKNOWN));
    }

    @Test
    void a_file_without_the_columns_or_that_is_none_is_refused_in_words() throws IOException {
        assertThat(read("Driver,Wage\na,1\n"))
                .isEqualTo(new NumberFile.ColumnMissing(NumberFile.Which.NUMBER, List.of("Driver", "Wage")));
        assertThat(read("Number,Wage\na,1\n"))
                .isEqualTo(new NumberFile.ColumnMissing(NumberFile.Which.DRIVER, List.of("Number", "Wage")));
        assertThat(read("")).isInstanceOf(NumberFile.Refused.class);
        assertThat(read("Driver,Number\n" + "x".repeat(3 << 20) + ",1\n")).isInstanceOf(NumberFile.Refused.class);
    }

    @Test
    void an_auditor_sees_them_a_supervisor_does_not_and_neither_sets_one() {
        var marco = driver("Marco");
        signIn(Role.AUDITOR);
        assertThat(numbers.page(family, 0, 10)).hasSize(1);
        assertThatThrownBy(() -> numbers.set(marco, "1")).isInstanceOf(AccessDeniedException.class);
        signIn(Role.SUPERVISOR);
        assertThatThrownBy(() -> numbers.page("", 0, 10)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> numbers.take(List.of())).isInstanceOf(AccessDeniedException.class);
    }

    private List<FiledNumber> lines(String text) throws IOException {
        assertThat(read(text)).isInstanceOf(NumberFile.Lines.class);
        return ((NumberFile.Lines) read(text)).lines();
    }

    private NumberFile read(String text) throws IOException {
        return files.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private UUID driver(String first) {
        var id = UUID.randomUUID();
        roster.takeUsers(List.of(new OnTimeUser(id, first, family, "", true, "{\"ID\":\"" + id + "\"}")));
        return id;
    }

    private static void signIn(Role role) {
        var principal = new SignedIn(new Person(UUID.randomUUID(), role + "@roster.test", role.name(), role, false));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
    }
}
