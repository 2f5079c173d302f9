package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.site.Site;
import org.sessiondesk.worklist.WholeLists;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Whole lists for programs, row by row, however many. Who took them away stands in the trail. */
@Service
public class Feeds {

    private final WholeLists lists;
    private final Site site;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    Feeds(WholeLists lists, Site site, AuditTrail trail, TransactionTemplate transactions) {
        this.lists = lists;
        this.site = site;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** In which form. */
    public enum Form {
        JSON,
        CSV
    }

    /**
     * Days in the site's zone, both inclusive, by log-in.
     *
     * @param from null for all until then
     * @param to null for all since then
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * Writes the list to the stream. Where it breaks off, no end was written.
     *
     * @param token the token that asked; null where a person did
     * @throws IOException if nobody reads the stream any more
     */
    @PreAuthorize(Role.MAY_VIEW)
    public void write(Feed feed, Form form, Days days, @Nullable UUID token, OutputStream out) throws IOException {
        transactions.executeWithoutResult(_ -> trail.record(exported(feed, form, days, token)));
        Instant from = days.from() == null
                ? null
                : days.from().atStartOfDay(site.zone()).toInstant();
        Instant to = days.to() == null
                ? null
                : days.to().plusDays(1).atStartOfDay(site.zone()).toInstant();
        try {
            FeedWriter writer = switch (form) {
                case JSON -> new FeedJson(feed.names(), out);
                case CSV -> new FeedCsv(feed.names(), out);
            };
            switch (feed) {
                case FINDINGS -> lists.findings(from, to, line -> write(writer, Feed.values(line)));
                case SESSIONS -> lists.sessions(from, to, session -> write(writer, Feed.values(session)));
            }
            writer.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw e;
        }
    }

    private static void write(FeedWriter writer, List<@Nullable Object> values) {
        try {
            writer.row(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact exported(Feed feed, Form form, Days days, @Nullable UUID token) {
        return Fact.of(feed.action(), Actor.person(SignedIn.now().id()))
                .about(token == null ? List.of() : List.of(Subject.of("token", token)))
                .detail("format", form)
                .detail("from", days.from() == null ? null : days.from().toString())
                .detail("to", days.to() == null ? null : days.to().toString());
    }
}
