package org.sessiondesk.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.audit.AuditQueries;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.statement.PayExportFiles.Rows;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.table.Workbook;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.HourRounding;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class PayExportFilesDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));

    @Autowired
    private PayExports exports;

    @Autowired
    private PayExportFiles files;

    @Autowired
    private PayrollNumbers numbers;

    @Autowired
    private PayRules rules;

    @Autowired
    private AuditQueries trail;

    private final TestDatabase database;
    private final SignedDays days;

    PayExportFilesDatabaseTest(@Autowired TestDatabase database) {
        this.database = database;
        this.days = new SignedDays(database);
    }

    /** No. 1 pays Ruiz two days and Łukasz one; no. 2 pays what became of one of them. */
    @BeforeEach
    void twoExports() {
        days.none();
        FindingDesk.signIn(Role.PAYROLL);
        var ruiz = days.driver("Ruiz, Marco");
        var nowak = days.driver("Żak, Łukasz");
        numbers.set(ruiz, "1042");
        var monday = days.sign(ruiz, MONDAY, Duration.ofMinutes(480), Duration.ofMinutes(30), 88L);
        days.sign(ruiz, MONDAY.plusDays(1), Duration.ofMinutes(465), 12L);
        days.sign(nowak, MONDAY, Duration.ofMinutes(420), null);
        exports.make(WEEK, exports.due(WEEK, 0).summary());
        days.reopen(monday);
        days.sign(ruiz, MONDAY, Duration.ofMinutes(450), Duration.ofMinutes(30), 90L);
        exports.make(WEEK, exports.due(WEEK, 0).summary());
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_csv_pays_each_driver_in_decimal_hours_and_never_a_distance_that_nobody_recorded() throws IOException {
        assertThat(csv(1, Rows.DRIVERS).lines())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .startsWith(
                                        "\uFEFFPayroll number,Driver,Days,Driver time as signed,"
                                                + "Dispatcher time as signed,Driver hours to pay,Dispatcher hours to pay,Distance to pay (mi),"),
                        ruiz -> assertThat(ruiz)
                                .isEqualTo(
                                        "1042,\"Ruiz, Marco\",2,15:45,0:30,15.75,0.50,100,15.75,0.50,100,0.00,0.00,,,0,945,30,"),
                        zak -> assertThat(zak)
                                .isEqualTo(
                                        "\"\",\"Żak, Łukasz\",1,7:00,0:00,7.00,0.00,,7.00,0.00,,0.00,0.00,,,1,420,0,"));
    }

    @Test
    void the_second_export_pays_the_difference() throws IOException {
        assertThat(csv(2, Rows.DAYS).lines().skip(1))
                .containsExactly(
                        "1042,\"Ruiz, Marco\",2026-06-01,7:30,0:30,-0.50,0.00,2,7.50,0.50,90,8.00,0.50,88,1,0,-30,0,");
    }

    @Test
    void a_workbook_has_days_as_dates_and_times_as_durations() throws IOException, XMLStreamException {
        var book = Workbook.read(file(1, Rows.DAYS, TableFormat.XLSX));

        var rows = book.sheet(1);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).at("C")).isEqualTo(new Workbook.Cell("46174.0", "yyyy-mm-dd", true));
        assertThat(Double.parseDouble(rows.get(1).at("D").value()) * 24).isCloseTo(8, within(0.0000001));
        assertThat(rows.get(1).at("D").form()).isEqualTo("[h]:mm");
        assertThat(rows.get(3).at("H")).isEqualTo(new Workbook.Cell("not recorded", "General", false));
    }

    @Test
    void paper_says_what_it_is_sums_it_up_and_carries_the_trails_size_and_hash() throws IOException {
        try (var pdf = Loader.loadPDF(file(2, Rows.DAYS, TableFormat.PDF))) {
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            String text = reader.getText(pdf);
            var head = exports.find(2).orElseThrow().trail();
            assertThat(text)
                    .contains(
                            "Export no. 2", "Mon 1 Jun 2026 to Sun 7 Jun 2026", "Ruiz, Marco", "-0:30 = -0.50", "Total")
                    .contains("paid before, no. 1: 8.50 h")
                    .contains(String.format("%,d entries, chain %s", head.entries(), head.chain()), "Page 1 of 1");
        }
    }

    @Test
    void a_file_taken_again_later_is_the_same_though_names_and_numbers_changed() throws IOException {
        byte[] before = file(1, Rows.DAYS, TableFormat.CSV);
        int paper = file(1, Rows.DRIVERS, TableFormat.PDF).length;
        numbers.set(exports.days(1, 0, 1).getFirst().driverId(), "77");
        round(HourRounding.QUARTER_OF_AN_HOUR);

        assertThat(file(1, Rows.DAYS, TableFormat.CSV)).isEqualTo(before);
        assertThat(file(1, Rows.DRIVERS, TableFormat.PDF)).hasSize(paper);
        round(HourRounding.MINUTE);
    }

    @Test
    void minutes_add_up_where_decimals_of_them_do_not() throws IOException {
        days.none();
        var ruiz = days.driver("Ruiz, Marco");
        for (int day = 0; day < 3; day++) {
            days.sign(ruiz, MONDAY.plusDays(day), Duration.ofSeconds(440 * 60 - 20), 10L);
        }
        exports.make(WEEK, exports.due(WEEK, 0).summary());

        assertThat(csv(1, Rows.DAYS).lines().skip(1))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).contains(",7:19,0:00,7.33,0.00,").endsWith(",440,0,"));
        assertThat(csv(1, Rows.DRIVERS).lines().skip(1))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",22.00,0.00,").endsWith(",1320,0,"));
        try (var pdf = Loader.loadPDF(file(1, Rows.DAYS, TableFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("7:20 = 7.33", "22:00 = 22.00");
        }
    }

    @Test
    void an_export_says_under_which_other_payroll_number_a_driver_was_paid_before() throws IOException {
        var ruiz = exports.days(1, 0, 1).getFirst().driverId();
        numbers.set(ruiz, "1043");
        days.sign(ruiz, MONDAY.plusDays(2), Duration.ofMinutes(480), 12L);
        exports.make(WEEK, exports.due(WEEK, 0).summary());

        assertThat(csv(3, Rows.DRIVERS).lines())
                .satisfiesExactly(
                        head -> assertThat(head).endsWith(",Payroll number before"),
                        row -> assertThat(row)
                                .startsWith("1043,\"Ruiz, Marco\",1,")
                                .endsWith(",480,0,1042"));
        assertThat(csv(3, Rows.DAYS).lines().skip(1)).singleElement(STRING).endsWith(",480,0,1042");
        try (var pdf = Loader.loadPDF(file(3, Rows.DRIVERS, TableFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("paid under 1042 in no. 1");
        }
        database.sql().sql("update pay_export set form = 2").update();
        assertThat(csv(3, Rows.DAYS).lines().skip(1)).singleElement(STRING).endsWith(",480,0");
    }

    @Test
    void files_of_an_export_that_was_made_before_there_were_minutes_are_as_they_were() throws IOException {
        database.sql().sql("update pay_export set form = 1").update();

        assertThat(csv(2, Rows.DAYS))
                .isEqualTo("\uFEFFPayroll number,Driver,Day,Driver time,Dispatcher time,Driver hours to pay,"
                        + "Dispatcher hours to pay,Distance to pay (mi),Driver hours in all,Dispatcher hours in all,"
                        + "Distance in all (mi),Driver hours paid before,Dispatcher hours paid before,"
                        + "Distance paid before (mi),Paid before in export no.,Sessions without distance\r\n"
                        + "1042,\"Ruiz, Marco\",2026-06-01,7:30,0:30,-0.50,0.00,2,7.50,0.50,90,8.00,0.50,88,1,0\r\n");
        try (var pdf = Loader.loadPDF(file(2, Rows.DAYS, TableFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("late differences of earlier ones")
                    .doesNotContain("as signed", " = ");
        }
    }

    private void round(HourRounding rounding) {
        FindingDesk.signIn(Role.ADMINISTRATOR);
        rules.pay(rules.now(), rules.now().calendar(), rounding);
    }

    @Test
    void who_takes_a_file_away_stands_in_the_trail_and_progress_is_told() throws IOException {
        var told = new ArrayList<String>();
        files.write(
                1, Rows.DAYS, TableFormat.CSV, new ByteArrayOutputStream(), (rows, of) -> told.add(rows + "/" + of));

        assertThat(told).containsExactly("3/3");
        assertThat(trail.history(new Subject("pay-export", "1"), 1))
                .singleElement()
                .extracting(TrailEntry::action)
                .isEqualTo("payout.exported");
        assertThat(List.of(PayExportFiles.fileName(1, Rows.DAYS, TableFormat.XLSX)))
                .containsExactly("export-1-days.xlsx");
    }

    private String csv(long number, Rows rows) throws IOException {
        return new String(file(number, rows, TableFormat.CSV), StandardCharsets.UTF_8);
    }

    private byte[] file(long number, Rows rows, TableFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        files.write(number, rows, format, out, (done, of) -> {});
        return out.toByteArray();
    }
}
