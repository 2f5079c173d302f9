package org.sessiondesk.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sessiondesk.report.SessionExport;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionSort;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SameFileDatabaseTest extends FilingDesk {

    private static final Tally SAME = new Tally(0, 0, 2, 0, 0);

    @Autowired
    private SessionExport export;

    @Test
    void users_twice_change_nothing() {
        changesNothing("ID,FirstName,LastName,IsDriver,Remark\n%s,Marco,Ruiz,yes,=x\n%s,Ada,,0,\n".formatted(a, b));
    }

    @Test
    void vehicles_twice_change_nothing() {
        changesNothing("ID,FleetID,Plate,Year,Odometer\n%s,Van 14,7ABC,2019,\"52,310\"\n%s,,,,\n".formatted(a, b));
    }

    @Test
    void json_twice_changes_nothing() {
        changesNothing("""
                {"value": [
                  {"id":"%s","UserId":"%s","LogInType":2,"LogInTime":"2026-06-02T07:15:00.1234567Z","StartMileage":"7","More":{"a":[1.50]}},
                  {"ID":"%s","UserID":"%s","LogInTime":"2026-06-02T07:15:00-07:00","LogOutTime":"0001-01-01T00:00:00Z","EndMileage":0}
                ]}""".formatted(a, driver, b, driver));
    }

    @Test
    void our_own_export_brought_back_changes_nothing() throws IOException {
        takeIn("ID,UserID,LogInType,LogInTime,LogOutTime,StartMileage,EndMileage\n"
                + "%s,%s,Driver,2026-06-02T14:15:00.1234567Z,2026-06-02T22:00:00.5Z,1,7\n".formatted(a, driver)
                + "%s,%s,Dispatcher,2026-06-02T14:15:00Z,,,\n".formatted(b, driver));
        var out = new ByteArrayOutputStream();
        export.write(
                new SessionFilter(null, null, driver, null, null, null, null, ""),
                SessionSort.NEWEST_FIRST,
                ZoneId.of("America/Los_Angeles"),
                "mi",
                out);
        long trail = trailSize();

        assertThat(compare(out.toString(StandardCharsets.UTF_8)).tally()).isEqualTo(SAME);
        assertThat(trailSize()).isEqualTo(trail);
    }

    private void changesNothing(String file) {
        assertThat(takeIn(file).tally()).isEqualTo(new Tally(2, 0, 0, 0, 0));

        assertThat(compare(file).tally()).isEqualTo(SAME);
        filings.takeIn();
        assertThat(ended().tally()).isEqualTo(SAME);
    }
}
