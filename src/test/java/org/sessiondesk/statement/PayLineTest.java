package org.sessiondesk.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.payout.PaidDay;
import org.sessiondesk.payout.PaidDay.Pay;
import org.sessiondesk.table.Cell;
import org.sessiondesk.worktime.Hours;

class PayLineTest {

    @Test
    void a_driver_has_an_id_beside_the_name_for_paper_without_its_letters() {
        var id = UUID.randomUUID();
        var eight = new Pay(new Hours(480), new Hours(0), null);
        var none = new Pay(new Hours(0), new Hours(0), null);
        var day = new PaidDay(
                id,
                "王秀英",
                null,
                LocalDate.parse("2026-06-01"),
                Duration.ofHours(8),
                Duration.ZERO,
                eight,
                null,
                none,
                0);

        var expected = new Cell.Name("王秀英", id.toString().substring(0, 8));
        assertThat(PayLine.of(day, null).driver()).isEqualTo(expected);
        assertThat(PayLine.NOTHING.plus(PayLine.of(day, null)).driver()).isEqualTo(expected);
    }
}
