package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.sheet.FileShape;
import org.sessiondesk.sheet.FileShape.Format;
import org.sessiondesk.sheet.FileShape.Unmarked;

class MappingTest {

    @Test
    void columns_are_known_by_ontimes_names_in_any_case_and_with_blanks() {
        var mapping = guess("id", "USER ID", "vehicle", "Log In Type", "log_in_time", "LogOutTime", "start-mileage");

        assertThat(mapping.kind()).isEqualTo(FileKind.SESSIONS);
        assertThat(mapping.targets().values())
                .containsExactly("ID", "UserID", "Vehicle", "LogInType", "LogInTime", "LogOutTime", "StartMileage");
    }

    @Test
    void our_own_export_is_known_again() {
        var mapping = guess(
                "Driver",
                "Vehicle",
                "Type",
                "Log in",
                "Log out",
                "Duration (min)",
                "Start mileage",
                "End mileage",
                "Log in (UTC)",
                "Log out (UTC)",
                "Driver OnTime ID",
                "Vehicle OnTime ID",
                "OnTime ID",
                "Session ID");

        assertThat(mapping.targets())
                .containsEntry("Driver OnTime ID", "UserID")
                .containsEntry("Vehicle OnTime ID", "Vehicle")
                .containsEntry("OnTime ID", "ID")
                .containsEntry("Log in (UTC)", "LogInTime")
                .containsEntry("Driver", ColumnMapping.LEAVE_OUT)
                .containsEntry("Vehicle", ColumnMapping.LEAVE_OUT)
                .containsEntry("Session ID", ColumnMapping.LEAVE_OUT);
    }

    @Test
    void a_column_that_ontime_may_know_is_kept_unless_the_head_line_is_made_for_people() {
        assertThat(guess("ID", "UserID", "LogInTime", "Extra").targets()).containsEntry("Extra", ColumnMapping.KEEP);
        assertThat(guess("ID", "UserID", "Log in", "Extra").targets()).containsEntry("Extra", ColumnMapping.LEAVE_OUT);
    }

    @Test
    void the_columns_with_which_bad_rows_are_handed_out_say_nothing_about_the_others() {
        assertThat(guess("Line in the file", "Wrong field", "what is wrong", "ID", "UserID", "Extra")
                        .targets())
                .containsEntry("Extra", ColumnMapping.KEEP)
                .containsEntry("Wrong field", ColumnMapping.LEAVE_OUT);
    }

    @Test
    void users_and_vehicles_are_told_from_sessions() {
        assertThat(guess("ID", "FirstName", "LastName", "IsDriver").kind()).isEqualTo(FileKind.USERS);
        assertThat(guess("Id", "Fleet ID", "Plate", "Make").kind()).isEqualTo(FileKind.VEHICLES);
        assertThat(guess("a", "b").kind()).isEqualTo(FileKind.SESSIONS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OnTime ID | User     | Vehicle | Log In      | Log Out      | Start Mileage  | End Mileage
                    ID        | Driver   | Van     | Clock In    | Clock Out    | Start odometer | End odometer
                    on-time id| EMPLOYEE | truck   | Log-in      | Log-out      | Odometer start | Odometer end
                    Ontime-ID | driver   | vehicle | Login       | Logout       | Start miles    | End miles
                    id        | user     | VAN     | log in time | log out time | Odo Start      | Odo End
                    """)
    void what_people_call_the_columns_is_known_and_makes_sessions(
            String id, String driver, String vehicle, String in, String out, String start, String end) {
        var mapping = guess(
                Format.CSV,
                Map.of(driver, "some", vehicle, "some"),
                Set.of(driver, vehicle),
                driver,
                vehicle,
                in,
                out,
                start,
                end,
                id);

        assertThat(mapping.kind()).isEqualTo(FileKind.SESSIONS);
        assertThat(mapping.targets().values())
                .containsExactly("UserID", "Vehicle", "LogInTime", "LogOutTime", "StartMileage", "EndMileage", "ID");
    }

    @Test
    void two_times_or_mileages_make_sessions_however_many_users_columns_there_are() {
        String[] users = {"ID", "First Name", "Last Name", "User Name", "Driver"};

        assertThat(guess("Session", "Driver", "Clock In", "Clock Out").kind()).isEqualTo(FileKind.SESSIONS);
        assertThat(guess(append(users, "Clock In", "Clock Out")).kind()).isEqualTo(FileKind.SESSIONS);
        assertThat(guess(append(users, "Start miles", "End odometer")).kind()).isEqualTo(FileKind.SESSIONS);
        assertThat(guess(append(users, "Login")).kind()).isEqualTo(FileKind.USERS);
        assertThat(guess(Format.CSV, Map.of("Driver", "yes"), Set.of(), "ID", "Name", "Driver")
                        .kind())
                .isEqualTo(FileKind.USERS);
    }

    @Test
    void a_column_of_names_is_not_taken_for_one_of_IDs_and_that_is_said() {
        var samples = Map.of("Driver", "Ruiz, Marco", "Vehicle", "Van 14", "Login", "2026-06-02T07:15:00Z");
        String[] columns = {"ID", "Driver", "Vehicle", "Login", "Logout"};
        var shape = new FileShape(Format.CSV, List.of(columns), 1, samples, Map.of(), Set.of("ID"));

        var mapping = guess(Format.CSV, samples, Set.of("ID"), columns);

        assertThat(mapping.targets().values())
                .containsExactly("ID", ColumnMapping.LEAVE_OUT, ColumnMapping.LEAVE_OUT, "LogInTime", "LogOutTime");
        assertThat(NoIds.in(shape, mapping))
                .containsExactly(
                        new NoIds("UserID", "Driver", "Ruiz, Marco"), new NoIds("Vehicle", "Vehicle", "Van 14"));
        var targets = new LinkedHashMap<>(mapping.targets());
        targets.put("Logout", "UserID");
        targets.put("Driver", "Vehicle");
        assertThat(NoIds.in(shape, new ColumnMapping(FileKind.SESSIONS, targets, null, null)))
                .as("nothing stands in the one, names in the other")
                .containsExactly(new NoIds("Vehicle", "Driver", "Ruiz, Marco"));
    }

    @Test
    void of_names_and_IDs_the_IDs_are_taken_and_nothing_is_said() {
        var mapping = guess(
                Format.CSV,
                Map.of("Driver", "Ruiz, Marco", "Employee", "x"),
                Set.of("Employee"),
                "ID",
                "Driver",
                "Employee",
                "Clock in",
                "Clock out");

        assertThat(mapping.targets()).containsEntry("Employee", "UserID").containsEntry("Driver", "");
    }

    @Test
    void a_member_of_json_that_people_use_as_a_word_is_kept_as_ontimes() {
        assertThat(guess(Format.JSON, Map.of("Driver", "{}"), Set.of(), "ID", "UserID", "Driver", "LogInTime")
                        .targets())
                .containsEntry("Driver", ColumnMapping.KEEP);
    }

    @Test
    void what_is_still_to_be_decided_is_said() {
        var columns = List.of("A", "LogInTime");
        var shape = shape(columns, new Unmarked(2, 0, 0, 0));
        var mapping = MappingGuess.of(FileKind.SESSIONS, shape);

        assertThat(mapping.problems(shape))
                .containsExactly(new ColumnMapping.Problem.NoId(), new ColumnMapping.Problem.ZoneNeeded(2));
        assertThat(new ColumnMapping(FileKind.SESSIONS, Map.of("A", "ID", "LogInTime", "ID"), null, null)
                        .problems(shape))
                .containsExactly(new ColumnMapping.Problem.Twice("ID"));
        assertThat(new ColumnMapping(
                                FileKind.SESSIONS, Map.of("A", "ID", "LogInTime", "LogInTime"), ZoneOffset.UTC, null)
                        .problems(shape))
                .isEmpty();
    }

    @Test
    void the_order_of_dates_is_asked_unless_the_file_itself_tells_it() {
        var columns = List.of("ID", "LogInTime");
        var either = shape(columns, new Unmarked(2, 2, 0, 0));
        var mapping = MappingGuess.of(FileKind.SESSIONS, either);

        assertThat(mapping.ordered(either).problems(either))
                .containsExactly(new ColumnMapping.Problem.OrderNeeded(2), new ColumnMapping.Problem.ZoneNeeded(2));
        assertThat(mapping.ordered(shape(columns, new Unmarked(2, 2, 0, 1))).dates())
                .isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(mapping.ordered(shape(columns, new Unmarked(2, 2, 1, 0))).dates())
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(mapping.ordered(shape(columns, new Unmarked(2, 2, 1, 1))).dates())
                .isNull();
    }

    @Test
    void a_column_kept_under_a_fields_name_in_any_case_is_that_field() {
        var columns = List.of("ID", "logintime");
        var shape = new FileShape(
                Format.CSV, columns, 1, Map.of(), Map.of("logintime", new Unmarked(1, 0, 0, 0)), Set.of());

        var mapping =
                new ColumnMapping(FileKind.SESSIONS, Map.of("ID", "ID", "logintime", ColumnMapping.KEEP), null, null);

        assertThat(mapping.targets()).containsEntry("logintime", "LogInTime");
        assertThat(mapping.problems(shape)).containsExactly(new ColumnMapping.Problem.ZoneNeeded(1));
    }

    private static String[] append(String[] columns, String... more) {
        return Stream.concat(Arrays.stream(columns), Arrays.stream(more)).toArray(String[]::new);
    }

    private static FileShape shape(List<String> columns, Unmarked logIns) {
        return new FileShape(Format.CSV, columns, 3, Map.of(), Map.of("LogInTime", logIns), Set.of());
    }

    private static ColumnMapping guess(String... columns) {
        return guess(Format.CSV, Map.of(), Set.of(), columns);
    }

    private static ColumnMapping guess(Format format, Map<String, String> samples, Set<String> ids, String... columns) {
        var shape = new FileShape(format, Arrays.asList(columns), 1, samples, Map.of(), ids);
        return MappingGuess.of(MappingGuess.kind(shape), shape);
    }
}
