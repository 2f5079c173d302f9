package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sessiondesk.filing.ColumnMapping.Problem;
import org.sessiondesk.sheet.DateOrder;
import org.sessiondesk.testing.DatabaseTest;

@DatabaseTest
class RememberedColumnsDatabaseTest extends FilingDesk {

    @Test
    void columns_remembered_in_one_case_are_the_same_columns_in_another_and_their_zone_is_asked_for() {
        takeIn("ID,UserID,LogInTime,Remark%s\n%s,%s,2026-06-02T14:15:00Z,x\n".formatted(marker(), a, driver));

        var state = bring("{\"id\":\"%s\",\"userId\":\"%s\",\"logInTime\":\"2026-06-02T07:15:00\",\"remark%s\":1}"
                .formatted(b, driver, marker()));

        var mapping = Objects.requireNonNull(state.mapping());
        assertThat(state.remembered()).isTrue();
        assertThat(mapping.targets())
                .containsEntry("id", "ID")
                .containsEntry("userId", "UserID")
                .containsEntry("logInTime", "LogInTime")
                .containsEntry("remark" + marker(), ColumnMapping.KEEP);
        assertThat(mapping.problems(Objects.requireNonNull(state.shape()))).containsExactly(new Problem.ZoneNeeded(1));
    }

    @Test
    void the_dates_of_a_file_tell_more_than_the_order_remembered_from_another() {
        String head = "ID,UserID,LogInTime,Remark%s\n".formatted(marker());
        var asked = bring(head + row(a, "6/2/2026 7:15"));
        var guessed = Objects.requireNonNull(asked.mapping());
        filings.choose(new ColumnMapping(
                guessed.kind(), guessed.targets(), ZoneId.of("America/New_York"), DateOrder.MONTH_FIRST));
        filings.compare();
        settled();

        assertThat(dates(head + row(a, "7/2/2026 7:15"))).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(dates(head + row(a, "13/2/2026 7:15") + row(b, "7/2/2026 7:15")))
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(dates(head + row(a, "13/2/2026 7:15") + row(b, "2/13/2026 7:15")))
                .isNull();
    }

    private @Nullable DateOrder dates(String file) {
        return Objects.requireNonNull(bring(file).mapping()).dates();
    }

    private String row(UUID id, String logIn) {
        return "%s,%s,%s,x\n".formatted(id, driver, logIn);
    }

    /** Each test has columns of its own. */
    private String marker() {
        return a.toString().substring(0, 8);
    }
}
