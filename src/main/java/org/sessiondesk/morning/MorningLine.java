package org.sessiondesk.morning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the morning line once a day: claimed in the database before it leaves, tried again only if it is known to have failed. */
@Component
class MorningLine {

    private static final Logger log = LoggerFactory.getLogger(MorningLine.class);

    /** What was missed for longer is no news of the morning any more. */
    private static final Duration LATEST = Duration.ofHours(4);

    private static final Duration BEFORE_RETRY = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 6;

    private static final String CLAIM = """
            insert into morning_line as line (day, tries, tried_at) values (:day, 1, :now)
            on conflict (day) do update set tries = line.tries + 1, tried_at = :now, failed_at = null
            where line.failed_at <= :retry and line.tries < :most
            """;

    private static final String IS_FREE = """
            select not exists (select from morning_line where day = :day
                               and not coalesce(failed_at <= :retry and tries < :most, false))
            """;

    private final MorningMail mail;
    private final MorningSettings settings;
    private final MorningCount count;
    private final Site site;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    MorningLine(
            MorningMail mail,
            MorningSettings settings,
            MorningCount count,
            Site site,
            JdbcClient jdbc,
            AuditTrail trail,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.mail = mail;
        this.settings = settings;
        this.count = count;
        this.site = site;
        this.jdbc = jdbc;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    void sendIfDue() {
        if (!mail.isOn()) {
            return;
        }
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, site.zone());
        Instant due = today.atTime(settings.time()).atZone(site.zone()).toInstant();
        if (!now.isBefore(due) && now.isBefore(due.plus(LATEST)) && isFree(today, now)) {
            // Before the day is claimed: what fails here leaves it to the next look.
            var counts = count.on(today);
            if (claim(today, now)) {
                send(today, counts);
            }
        }
    }

    private boolean isFree(LocalDate day, Instant now) {
        return Boolean.TRUE.equals(asked(IS_FREE, day, now).query(Boolean.class).single());
    }

    private boolean claim(LocalDate day, Instant now) {
        return asked(CLAIM, day, now).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    private JdbcClient.StatementSpec asked(String sql, LocalDate day, Instant now) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("retry", now.minus(BEFORE_RETRY).atOffset(ZoneOffset.UTC))
                .param("most", MOST_TRIES);
    }

    private void send(LocalDate day, MorningCounts counts) {
        var words = new MorningText(site, settings.link());
        try {
            mail.send(words.subject(day, counts), words.text(day, counts));
        } catch (MailException e) {
            if (!taken(e, day)) {
                return;
            }
        }
        transactions.executeWithoutResult(_ -> {
            mark("sent_at", day);
            trail.record(Fact.of("morning.sent", Actor.system())
                    .detail("day", day.toString())
                    .detail("recipients", settings.to().size())
                    .detail("problems", counts.sessions())
                    .detail("out", counts.out())
                    .detail("unsigned", counts.unsignedDays()));
        });
    }

    /** Its words may name people and servers, never a password; they belong to whoever runs the portal. */
    private boolean taken(MailException e, LocalDate day) {
        switch (MailOutcome.of(e)) {
            case TAKEN -> {
                return true;
            }
            case FAILED -> {
                log.warn(
                        "The morning line could not be sent, it is tried again in {} minutes: {}",
                        BEFORE_RETRY.toMinutes(),
                        e.getMessage());
                mark("failed_at", day);
            }
            case UNKNOWN ->
                log.warn(
                        "Nobody knows whether the morning line left, so it isn't sent again today: {}", e.getMessage());
        }
        return false;
    }

    private void mark(String column, LocalDate day) {
        jdbc.sql("update morning_line set " + column + " = :now where day = :day")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
    }
}
