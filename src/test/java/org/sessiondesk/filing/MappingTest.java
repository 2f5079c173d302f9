package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void what_is_still_to_be_decided_is_said() {
        var columns = List.of("A", "LogInTime");
        var shape = new FileShape(Format.CSV, columns, 3, Map.of(), Map.of("LogInTime", new Unmarked(2, 0, 0, 0)));
        var mapping = MappingGuess.of(FileKind.SESSIONS, columns);

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
        var mapping = MappingGuess.of(FileKind.SESSIONS, columns);

        var either = shape(columns, new Unmarked(2, 2, 0, 0));
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
        var shape = new FileShape(Format.CSV, columns, 1, Map.of(), Map.of("logintime", new Unmarked(1, 0, 0, 0)));

        var mapping =
                new ColumnMapping(FileKind.SESSIONS, Map.of("ID", "ID", "logintime", ColumnMapping.KEEP), null, null);

        assertThat(mapping.targets()).containsEntry("logintime", "LogInTime");
        assertThat(mapping.problems(shape)).containsExactly(new ColumnMapping.Problem.ZoneNeeded(1));
    }

    private static FileShape shape(List<String> columns, Unmarked logIns) {
        return new FileShape(Format.CSV, columns, 3, Map.of(), Map.of("LogInTime", logIns));
    }

    private static ColumnMapping guess(String... columns) {
        var names = Arrays.asList(columns);
        return MappingGuess.of(MappingGuess.kind(names), names);
    }
}
