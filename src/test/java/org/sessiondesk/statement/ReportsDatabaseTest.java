package org.sessiondesk.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.SomeDays;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.payout.SignedDays;
import org.sessiondesk.session.CorrectionKind;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.site.Site;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.table.Workbook;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(FindingDesk.class)
class ReportsDatabaseTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));

    static final StatementWords CODES = new StatementWords() {
        @Override
        public String kind(CorrectionKind kind) {
            return kind.name();
        }

        @Override
        public String field(SessionField field) {
            return field.name();
        }

        @Override
        public String reason(Reason reason) {
            return reason.name();
        }

        @Override
        public String type(LogInType type) {
            return "as " + type;
        }

        @Override
        public String late(LateKind kind) {
            return kind.name();
        }
    };

    @Autowired
    private CorrectionReport corrections;

    @Autowired
    private FindingDesk desk;

    @Autowired
    private Site site;

    private final SignedDays days;

    ReportsDatabaseTest(@Autowired TestDatabase database) {
        this.days = new SignedDays(database);
    }

    @BeforeEach
    void anAdministrator() {
        days.none();
        FindingDesk.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void each_corrected_field_is_a_row_with_before_after_and_why() throws IOException, XMLStreamException {
        var today = SomeDays.today();
        var values = shift(days.driver("Ruiz, Marco"));
        var session = desk.read(UUID.randomUUID(), values);
        desk.settle();
        desk.correct(
                session,
                new SessionValues(values.driver(), null, LogInType.DRIVER, values.logIn(), values.logOut(), 100, 188),
                SessionField.START_MILEAGE,
                SessionField.END_MILEAGE);
        var period = new PayPeriod(today, today);

        String csv = new String(corrections(period, TableFormat.CSV), StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(line -> line.contains(session.toString())))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"Ruiz, Marco\"", "CORRECT"))
                .anySatisfy(line -> assertThat(line).contains(",START_MILEAGE,,100,"))
                .anySatisfy(line -> assertThat(line).contains(",END_MILEAGE,,188,"));
        assertThat(Workbook.read(corrections(period, TableFormat.XLSX)).sheet(1))
                .anySatisfy(
                        row -> assertThat(row.cells().get("I")).isEqualTo(new Workbook.Cell("188.0", "#,##0", true)));
        try (var pdf = Loader.loadPDF(corrections(period, TableFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Corrections with reasons", "entries, chain");
        }
        assertThat(new String(corrections(WEEK, TableFormat.CSV), StandardCharsets.UTF_8).lines())
                .as("made in other days")
                .hasSize(1);
    }

    @Test
    void a_type_is_in_words_and_a_change_of_seconds_is_seen_as_one() throws IOException, XMLStreamException {
        var today = SomeDays.today();
        var values = shift(days.driver("Seconds, Sue"));
        var logOut = Objects.requireNonNull(values.logOut()).plusSeconds(30);
        var session = desk.read(UUID.randomUUID(), values);
        desk.settle();
        desk.correct(
                session,
                new SessionValues(values.driver(), null, LogInType.DISPATCHER, values.logIn(), logOut, null, null),
                SessionField.TYPE,
                SessionField.LOG_OUT);
        var period = new PayPeriod(today, today);

        assertThat(new String(corrections(period, TableFormat.CSV), StandardCharsets.UTF_8))
                .contains(",TYPE,as DRIVER,as DISPATCHER,");
        assertThat(Workbook.read(corrections(period, TableFormat.XLSX)).sheet(1))
                .anySatisfy(row -> {
                    assertThat(row.cells()).containsKeys("H", "I");
                    assertThat(row.at("H").form()).isEqualTo("yyyy-mm-dd hh:mm");
                    assertThat(row.at("I").form()).isEqualTo("yyyy-mm-dd hh:mm:ss");
                });
        try (var pdf = Loader.loadPDF(corrections(period, TableFormat.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("16:00:30");
        }
    }

    private SessionValues shift(UUID driver) {
        var from = MONDAY.atTime(8, 0).atZone(site.zone()).toInstant();
        return new SessionValues(driver, null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null);
    }

    private byte[] corrections(PayPeriod period, TableFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        corrections.write(period, format, CODES, out, (rows, of) -> {});
        return out.toByteArray();
    }
}
