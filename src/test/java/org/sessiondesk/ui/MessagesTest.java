package org.sessiondesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.AccountOutcome;
import org.sessiondesk.account.ColourScheme;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.TokenOutcome;
import org.sessiondesk.daycheck.RowState;
import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.FileKind;
import org.sessiondesk.filing.FilingState.Ending;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.judge.Cause;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.payperiod.CellState;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SettledBy;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.sheet.FileRefusal;
import org.sessiondesk.signoff.Objection;
import org.sessiondesk.signoff.SignedOtherwise;
import org.sessiondesk.worklist.FindingFilter.Which;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worktime.DayRule;
import org.sessiondesk.worktime.HourRounding;

class MessagesTest {

    /** A whole key; one that goes on with a variable ends in a dot and isn't checked here. */
    private static final Pattern KEY = Pattern.compile("\\bt\\(\\s*\"([a-zA-Z][\\w.-]*[\\w])\"");

    private static final Pattern MENU = Pattern.compile("@Menu\\([^)]*title\\s*=\\s*\"([^\"]+)\"");

    private final Messages messages = new Messages();

    @Test
    void every_key_that_a_screen_names_has_its_words() throws IOException {
        var missing = new TreeSet<String>();
        var known = ResourceBundle.getBundle("messages", Locale.US).keySet();
        try (var files = Files.walk(Path.of("src/main/java/org/sessiondesk/ui"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                for (Pattern pattern : new Pattern[] {KEY, MENU}) {
                    pattern.matcher(code).results().map(found -> found.group(1)).forEach(key -> {
                        if (!known.contains(key)) {
                            missing.add(file.getFileName() + ": " + key);
                        }
                    });
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_role_problem_and_colour_has_its_words() {
        var known = ResourceBundle.getBundle("messages", Locale.US).keySet();
        assertThat(Arrays.stream(Role.values()).map(role -> "role." + role)).allMatch(known::contains);
        assertThat(Arrays.stream(Role.values()).map(role -> "role.help." + role))
                .allMatch(known::contains);
        assertThat(Arrays.stream(AccountOutcome.Problem.values()).map(problem -> "account.problem." + problem))
                .allMatch(known::contains);
        assertThat(words("me.token-problem.", TokenOutcome.Problem.values())).allMatch(known::contains);
        assertThat(Arrays.stream(ColourScheme.values()).map(scheme -> "colours." + scheme))
                .allMatch(known::contains);
        assertThat(Arrays.stream(ColourScheme.values()).map(scheme -> "head.colours." + scheme))
                .allMatch(known::contains);
    }

    @Test
    void whatever_is_wrong_with_a_file_and_however_it_ends_has_its_words() {
        var known = ResourceBundle.getBundle("messages", Locale.US).keySet();
        assertThat(words("intake.file.refused.", FileRefusal.Why.values())).allMatch(known::contains);
        assertThat(words("intake.file.bad.", BadRow.Reason.values())).allMatch(known::contains);
        assertThat(words("intake.file.ending.", Ending.values())).allMatch(known::contains);
        assertThat(words("intake.file.ended.", Ending.values())).allMatch(known::contains);
        // Comparing that is done leads on, and asks for no right again.
        assertThat(words("intake.file.not-compared.", Ending.CANCELLED, Ending.FAILED, Ending.DATABASE, Ending.DISK))
                .allMatch(known::contains);
        assertThat(words("intake.file.progress.", Stage.CHECKING, Stage.COMPARING, Stage.TAKING))
                .allMatch(known::contains);
        assertThat(words("intake.file.kind.", FileKind.values())).allMatch(known::contains);
        assertThat(words("intake.file.dates.", DateOrder.values())).allMatch(known::contains);
        assertThat(Arrays.stream(FileKind.values())
                        .flatMap(kind -> kind.fields().stream())
                        .map(field -> "intake.file.target." + field.wireName()))
                .allMatch(known::contains);
    }

    @Test
    void every_problem_and_whatever_was_meant_has_its_words() {
        var known = ResourceBundle.getBundle("messages", Locale.US).keySet();
        assertThat(words("problem.brief.", Rule.values())).allMatch(known::contains);
        assertThat(words("problem.says.", Rule.values())).allMatch(known::contains);
        assertThat(words("problem.why.", Cause.values())).allMatch(known::contains);
        assertThat(words("problem.severity.", Severity.values())).allMatch(known::contains);
        assertThat(words("sessions.filter.finding.", Which.ANY, Which.ERROR, Which.WARNING, Which.PUT_ASIDE))
                .allMatch(known::contains);
        assertThat(words("vehicles.break.", Severity.values())).allMatch(known::contains);
        assertThat(words("day-check.state.", RowState.values())).allMatch(known::contains);
        assertThat(words("settled.objection.", Objection.Kind.values())).allMatch(known::contains);
        assertThat(words("settled.", SettledBy.Kind.values())).allMatch(known::contains);
        assertThat(words("settled.first.", SettledBy.Kind.values())).allMatch(known::contains);
        assertThat(words("late.kind.", SignedDays.Kind.values())).allMatch(known::contains);
        assertThat(words("late.otherwise.", SignedOtherwise.Difference.values()))
                .allMatch(known::contains);
        assertThat(words("late.file.", SignedDays.Kind.values())).allMatch(known::contains);
        assertThat(words("late.take.ask.", SignedDays.Kind.values())).allMatch(known::contains);
        assertThat(words("sessions.mark.", Mark.values())).allMatch(known::contains);
        assertThat(words("sessions.kind.", CorrectionKind.values())).allMatch(known::contains);
        assertThat(words("sessions.reason.", Reason.values())).allMatch(known::contains);
    }

    @Test
    void every_way_to_count_and_to_pay_has_its_words() {
        var known = ResourceBundle.getBundle("messages", Locale.US).keySet();
        assertThat(words("day-check.rule.", DayRule.values())).allMatch(known::contains);
        assertThat(words("day-check.rule-short.", DayRule.values())).allMatch(known::contains);
        assertThat(words("pay-period.why.", CellState.values())).allMatch(known::contains);
        assertThat(words("pay-period.cell.", CellState.values())).allMatch(known::contains);
        assertThat(words("pay.rule.", DayRule.values())).allMatch(known::contains);
        assertThat(words("pay.rounding.", HourRounding.values())).allMatch(known::contains);
        assertThat(words("pay.weekday.", DayOfWeek.values())).allMatch(known::contains);
    }

    private static Stream<String> words(String key, Enum<?>... values) {
        return Arrays.stream(values).map(value -> key + value);
    }

    @Test
    void an_apostrophe_is_an_apostrophe_with_arguments_too() {
        assertThat(messages.getTranslation("login.wrong.message", Locale.US)).contains("don't");
        assertThat(messages.getTranslation("trouble.unexpected", Locale.US, "4F2A"))
                .endsWith("reference 4F2A.");
        assertThat(messages.getTranslation("people.count", Locale.US, 5, 0)).isEqualTo("5 active");
        assertThat(messages.getTranslation("people.count", Locale.US, 5, 1)).isEqualTo("5 active, 1 disabled");
    }
}
