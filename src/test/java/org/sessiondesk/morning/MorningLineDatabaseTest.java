package org.sessiondesk.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.fleet.Overview;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.site.ImpossibleSetting;
import org.sessiondesk.site.Site;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(FindingDesk.class)
@ExtendWith(OutputCaptureExtension.class)
class MorningLineDatabaseTest {

    /** Amid weeks in which no other class of the same portal has a session. */
    private static final LocalDate TODAY = LocalDate.parse("1998-06-03");

    private static final String SECRET = "correct-horse-battery";

    private final GreenMail server = new GreenMail(patient());

    @Autowired
    private MorningCount count;

    @Autowired
    private Overview overview;

    @Autowired
    private SettledDays settled;

    @Autowired
    private Site site;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private FindingDesk desk;

    private final TestDatabase database;

    private Instant now = Instant.EPOCH;

    MorningLineDatabaseTest(@Autowired TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aQuarterPastSix() {
        database.sql().sql("truncate morning_line").update();
        server.start();
        now = TODAY.atTime(6, 15).atZone(site.zone()).toInstant();
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    @Test
    void one_mail_says_what_waits_and_where() throws MessagingException {
        var from = TODAY.minusDays(1).atTime(8, 0).atZone(site.zone()).toInstant();
        desk.read(
                UUID.randomUUID(),
                new SessionValues(
                        UUID.randomUUID(), null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null));
        desk.settle();

        line("anna@example.com", "omar@example.com").sendIfDue();

        assertThat(server.getReceivedMessages()).hasSize(2);
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith(site.name() + ", Wed 3 Jun: ").contains("1 day unsigned");
        assertThat(GreenMailUtil.getBody(mail).replace("\r\n", "\n"))
                .contains("Not signed, of the last 14 days: 1 driver's day\n  Tue 2 Jun: 1"
                        + "  https://desk.example.com/shift-audit?day=1998-06-02\n");
        assertThat(mail.getHeader("To", null)).as("nobody sees who else got it").isEqualTo("undisclosed-recipients:;");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("desk@example.com"));
        assertThat(database.sql()
                        .sql("select count(*) from audit_entry where action = 'morning.sent'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void it_leaves_once_a_day_however_many_portals_look() throws Exception {
        Callable<Boolean> portal = () -> {
            line("anna@example.com").sendIfDue();
            return true;
        };
        try (var portals = Executors.newFixedThreadPool(4)) {
            for (var done : portals.invokeAll(List.of(portal, portal, portal, portal))) {
                done.get();
            }
        }
        now = now.plus(Duration.ofMinutes(30));
        line("anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).hasSize(1);

        now = now.plus(Duration.ofDays(1));
        line("anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void not_before_its_time_not_hours_later_and_never_where_nobody_asked_for_it() {
        now = now.minusSeconds(1);
        line("anna@example.com").sendIfDue();
        now = now.plus(Duration.ofHours(5));
        line("anna@example.com").sendIfDue();
        now = now.minus(Duration.ofHours(4));
        line().sendIfDue();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void what_failed_is_tried_again_and_no_password_is_logged(CapturedOutput log) {
        server.setUser("desk", "another");
        var refused = sender();
        refused.setUsername("desk");
        refused.setPassword(SECRET);
        refused.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        line(refused, "anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(log.getAll()).contains("The morning line could not be sent").doesNotContain(SECRET);

        line("anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).as("not at once").isEmpty();
        now = now.plus(Duration.ofMinutes(5));
        line("anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** After the whole mail: what the server says to that and to good-bye, empty for nothing, and how often it was then written to. */
    @ParameterizedTest
    @CsvSource({"550 no, true, 2", "451 later, true, 2", "'', false, 1", "250 mine, false, 1", "250 mine, true, 1"})
    void what_a_server_took_or_may_have_taken_is_not_sent_again(String answer, boolean goodBye, int times)
            throws Exception {
        try (var odd = new OddMailServer(answer, goodBye)) {
            var sender = sender();
            sender.setPort(odd.port());
            // Where it stays silent that time goes by; anywhere else only a busy machine needs any.
            boolean silent = answer.isEmpty() || !goodBye;
            sender.getJavaMailProperties().setProperty("mail.smtp.timeout", silent ? "2000" : "20000");
            line(sender, "anna@example.com").sendIfDue();
            now = now.plus(Duration.ofMinutes(6));
            line(sender, "anna@example.com").sendIfDue();

            assertThat(odd.mails()).isEqualTo(times);
            assertThat(database.sql()
                            .sql("select sent_at is not null from morning_line")
                            .query(Boolean.class)
                            .single())
                    .isEqualTo(answer.startsWith("250"));
        }
    }

    @Test
    void counts_that_fail_leave_the_day_free() {
        var settings = new MorningSettings(List.of("anna@example.com"), "06:15", "", "");
        var failing = new MorningCount(overview, settled, site) {
            @Override
            MorningCounts on(LocalDate today) {
                throw new IllegalStateException("the database is away");
            }
        };
        var line = new MorningLine(
                new MorningMail(settings, sender()), settings, failing, site, jdbc, trail, transactions, () -> now);
        assertThatThrownBy(line::sendIfDue).hasMessage("the database is away");

        now = now.plus(Duration.ofMinutes(1));
        line("anna@example.com").sendIfDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void what_lies_in_a_closed_period_waits_for_nobody() {
        var day = TODAY.minusDays(9);
        var from = day.atTime(8, 0).atZone(site.zone()).toInstant();
        desk.read(
                UUID.randomUUID(),
                new SessionValues(
                        UUID.randomUUID(), null, LogInType.DRIVER, from, from.plus(Duration.ofHours(8)), null, null));
        desk.settle();
        assertThat(count.on(TODAY).unsigned()).containsKey(day);

        database.sql().sql("""
                        insert into closed_period (id, first_day, last_day, closed_by, closed_at)
                        values (:id, :day, :day, :id, now())
                        """).param("id", UUID.randomUUID()).param("day", day).update();
        assertThat(count.on(TODAY).unsigned()).doesNotContainKey(day);
    }

    @Test
    void one_of_which_nobody_knows_whether_it_left_is_not_sent_again() {
        database.sql()
                .sql("insert into morning_line (day, tries, tried_at) values (:day, 1, now())")
                .param("day", TODAY)
                .update();
        now = now.plus(Duration.ofHours(1));
        line("anna@example.com").sendIfDue();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void impossible_settings_are_refused_by_name() {
        assertThatThrownBy(() -> new MorningSettings(List.of("anna"), "06:15", "", ""))
                .isInstanceOf(ImpossibleSetting.class)
                .hasMessageStartingWith("SESSIONDESK_MORNING_TO is no mail address");
        assertThatThrownBy(() -> new MorningSettings(List.of(), "6 am", "", ""))
                .hasMessageStartingWith("SESSIONDESK_MORNING_AT is no time of day");
        var several = new MorningSettings(List.of("anna@example.com", "omar@example.com"), "06:15", "", "");
        assertThatThrownBy(() -> new MorningMail(several, sender()))
                .as("the first would be shown to the others")
                .hasMessageStartingWith("SESSIONDESK_MORNING_FROM is missing");
        assertThatThrownBy(() -> new MorningSettings(List.of(), "06:15", "", "desk.example.com"))
                .hasMessageStartingWith("SESSIONDESK_MORNING_LINK is no address");
    }

    @Test
    void without_links_there_are_none_and_a_quiet_morning_says_so() {
        var quiet = new MorningCounts(0, 0, 0, 0, null, new TreeMap<>());
        var words = new MorningText(site, "");

        assertThat(words.subject(TODAY, quiet)).isEqualTo(site.name() + ", Wed 3 Jun: nothing waits");
        assertThat(words.text(TODAY, quiet)).contains("Still out: nobody").doesNotContain("http");
    }

    private static ServerSetup patient() {
        var setup = ServerSetupTest.SMTP.dynamicPort();
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

    private MorningLine line(String... to) {
        return line(sender(), to);
    }

    private MorningLine line(JavaMailSenderImpl sender, String... to) {
        var settings = new MorningSettings(List.of(to), "06:15", "desk@example.com", "https://desk.example.com/");
        return new MorningLine(
                new MorningMail(settings, sender), settings, count, site, jdbc, trail, transactions, () -> now);
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setJavaMailProperties(new Properties());
        return sender;
    }
}
