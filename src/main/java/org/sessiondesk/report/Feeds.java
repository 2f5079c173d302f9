package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.site.Site;
import org.sessiondesk.worklist.WholeLists;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;

/** Whole lists for programs, row by row, however many. Who took them away stands in the trail. */
@Service
public class Feeds {

    /** However slowly somebody reads, a connection to the database isn't theirs for longer. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final WholeLists lists;
    private final Site site;
    private final TakenAway taken;
    private final InstantSource clock;

    Feeds(WholeLists lists, Site site, TakenAway taken, InstantSource clock) {
        this.lists = lists;
        this.site = site;
        this.taken = taken;
        this.clock = clock;
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
     * Writes the list to the stream. Where it breaks off, as it does after {@link #LONGEST}, no end was written.
     *
     * @param token the token that asked
     * @throws IOException if nobody reads the stream any more
     */
    @PreAuthorize(Role.MAY_VIEW)
    public void write(Feed feed, Form form, Days days, UUID token, OutputStream out) throws IOException {
        taken.record(feed, form, days, token);
        Instant until = clock.instant().plus(LONGEST);
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
                case FINDINGS -> lists.findings(from, to, line -> write(writer, Feed.values(line), until));
                case SESSIONS -> lists.sessions(from, to, session -> write(writer, Feed.values(session), until));
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

    private void write(FeedWriter writer, List<@Nullable Object> values, Instant until) {
        if (clock.instant().isAfter(until)) {
            throw new IllegalStateException("it was read for more than " + LONGEST.toMinutes() + " minutes");
        }
        try {
            writer.row(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
