package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;
import static org.sessiondesk.intake.ReadingQueue.instant;
import static org.sessiondesk.intake.ReadingQueue.storable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ReadingState.StopReason;
import org.sessiondesk.ontime.UserSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the reading is as a whole, in one row, and the kinds that are stopped. */
@Component
class ReadingLedger {

    private final JdbcClient database;

    ReadingLedger(JdbcClient database) {
        this.database = database;
    }

    /** The row. */
    record Page(
            @Nullable Instant fillFrom,
            int fillDaysListed,
            boolean filled,
            @Nullable Instant listedAt,
            @Nullable Instant usersListedAt,
            @Nullable Instant vehiclesListedAt,
            @Nullable Instant windowReadAt,
            @Nullable Instant runStartedAt,
            @Nullable Instant completedAt,
            @Nullable Instant wantedAt,
            @Nullable String newestRecord) {

        /** Somebody asked for a reading after the last list. */
        boolean wantedNow() {
            return wantedAt != null && (listedAt == null || wantedAt.isAfter(listedAt));
        }

        /** The first fill is under way and will come to this time, but not all of it was listed yet. */
        boolean unlisted(Instant from, Instant to, int readDays) {
            return fillFrom != null
                    && !filled
                    && from.isBefore(fillFrom.minus(Duration.ofDays(fillDaysListed)))
                    && to.isAfter(fillFrom.minus(Duration.ofDays(readDays)));
        }
    }

    Page page() {
        return database.sql("""
                        select fill_from, fill_days_listed, filled, listed_at, users_listed_at, vehicles_listed_at, window_read_at,
                               run_started_at, completed_at, wanted_at, newest_record
                          from reading_state
                        """)
                .query((row, n) -> new Page(
                        instant(row, "fill_from"),
                        row.getInt("fill_days_listed"),
                        row.getBoolean("filled"),
                        instant(row, "listed_at"),
                        instant(row, "users_listed_at"),
                        instant(row, "vehicles_listed_at"),
                        instant(row, "window_read_at"),
                        instant(row, "run_started_at"),
                        instant(row, "completed_at"),
                        instant(row, "wanted_at"),
                        row.getString("newest_record")))
                .single();
    }

    /** A list over the window came; the first one starts the fill. */
    void listedWindow(Instant now) {
        database.sql("""
                        update reading_state
                           set listed_at = :now, fill_from = coalesce(fill_from, :now),
                               run_started_at = coalesce(run_started_at, :now)
                        """).param("now", at(now)).update();
    }

    void listedDay(int daysListed) {
        database.sql("update reading_state set fill_days_listed = :days")
                .param("days", daysListed)
                .update();
    }

    /** Every day is listed: from now on the order of what is left is known. */
    void filled(Instant now) {
        database.sql("update reading_state set filled = true, window_read_at = coalesce(window_read_at, :now)")
                .param("now", at(now))
                .update();
    }

    void listedRoster(ReadingKind kind, Instant now) {
        database.sql("""
                        update reading_state
                           set users_listed_at = case when :kind = 'USERS' then :now else users_listed_at end,
                               vehicles_listed_at = case when :kind = 'VEHICLES' then :now else vehicles_listed_at end
                        """).param("kind", kind.name()).param("now", at(now)).update();
    }

    /** Something is due. */
    void running(Instant now) {
        database.sql("update reading_state set run_started_at = :now where run_started_at is null")
                .param("now", at(now))
                .update();
    }

    /** Every session of the window is due. */
    void readingWindow(Instant now) {
        database.sql("""
                        update reading_state
                           set window_read_at = :now, run_started_at = coalesce(run_started_at, :now)
                        """).param("now", at(now)).update();
    }

    /** Nothing is due any more. */
    void completed(Instant now) {
        database.sql("update reading_state set run_started_at = null, completed_at = :now")
                .param("now", at(now))
                .update();
    }

    void want(Instant now) {
        database.sql("update reading_state set wanted_at = :now")
                .param("now", at(now))
                .update();
        database.sql("update reading_stop set tries_again = least(tries_again, :now)")
                .param("now", at(now))
                .update();
    }

    /** Keeps the record if none with a later log-in was seen. */
    void newest(UserSession record) {
        var logIn = record.logInTime();
        if (logIn != null) {
            database.sql("""
                            update reading_state set newest_log_in = :logIn, newest_record = :record
                             where newest_log_in is null or newest_log_in <= :logIn
                            """)
                    .param("logIn", at(logIn))
                    .param("record", storable(record.text()))
                    .update();
        }
    }

    List<ReadingState.Stop> stops() {
        return database.sql("select kind, why, words, since, tries_again from reading_stop order by kind")
                .query((row, n) -> new ReadingState.Stop(
                        ReadingKind.valueOf(row.getString("kind")),
                        StopReason.valueOf(row.getString("why")),
                        row.getString("words"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("tries_again").toInstant()))
                .list();
    }

    void stop(ReadingKind kind, StopReason why, String words, Instant now, Instant triesAgain) {
        database.sql("""
                        insert into reading_stop (kind, why, words, since, tries_again)
                        values (:kind, :why, :words, :now, :again)
                        on conflict (kind) do update
                           set why = excluded.why, words = excluded.words, tries_again = excluded.tries_again
                        """)
                .param("kind", kind.name())
                .param("why", why.name())
                .param("words", words.replace('\0', '\uFFFD'))
                .param("now", at(now))
                .param("again", at(triesAgain))
                .update();
    }

    /** OnTime gave us one of these: the stop is over. */
    void allowed(ReadingKind kind) {
        database.sql("delete from reading_stop where kind = :kind")
                .param("kind", kind.name())
                .update();
    }
}
