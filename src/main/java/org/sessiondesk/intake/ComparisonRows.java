package org.sessiondesk.intake;

import static org.sessiondesk.intake.ReadingQueue.at;
import static org.sessiondesk.intake.ReadingQueue.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sessiondesk.intake.ComparedDay.Finding;
import org.sessiondesk.intake.ComparedDay.What;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days of the comparison, and what of them wasn't the same. */
@Component
class ComparisonRows {

    static final String FOUND = """
            select ontime_id, session_id, what, fields, found_at
              from reading_difference
             where comparison_id = :id
             order by found_at, ontime_id
            offset :offset limit :limit
            """;

    private static final String DAY = """
            select id, pass_started_at, pass_day, window_from, total, compared_before, budget, same, differ, vanished,
                   unreadable, started_at, ended_at, left_over
              from reading_comparison
            """;

    private final JdbcClient database;

    ComparisonRows(JdbcClient database) {
        this.database = database;
    }

    Optional<ComparedDay> underWay() {
        return database.sql(DAY + " where ended_at is null")
                .query((row, _) -> day(row))
                .optional();
    }

    Optional<ComparedDay> newest() {
        return newest(1).stream().findFirst();
    }

    List<ComparedDay> newest(int most) {
        return database.sql(DAY + " order by id desc limit :most")
                .param("most", most)
                .query((row, _) -> day(row))
                .list();
    }

    Optional<ComparedDay> find(long id) {
        return database.sql(DAY + " where id = :id")
                .param("id", id)
                .query((row, _) -> day(row))
                .optional();
    }

    void begin(ComparedDay day) {
        database.sql("""
                        insert into reading_comparison
                               (pass_started_at, pass_day, window_from, total, compared_before, budget, started_at)
                        values (:pass, :day, :window, :total, :before, :budget, :now)
                        """)
                .param("pass", at(day.passStartedAt()))
                .param("day", day.passDay())
                .param("window", at(day.windowFrom()))
                .param("total", day.total())
                .param("before", day.comparedBefore())
                .param("budget", day.budget())
                .param("now", at(day.startedAt()))
                .update();
    }

    void end(long id, int leftOver, Instant now) {
        database.sql("update reading_comparison set ended_at = :now, left_over = :left where id = :id")
                .param("now", at(now))
                .param("left", leftOver)
                .param("id", id)
                .update();
    }

    /** Adds to the day under way. */
    void count(int same, List<Finding> found, Instant now) {
        var id = database.sql("""
                        update reading_comparison
                           set same = same + :same, differ = differ + :differ, vanished = vanished + :vanished,
                               unreadable = unreadable + :unreadable
                         where ended_at is null
                        returning id
                        """)
                .param("same", same)
                .param(
                        "differ",
                        found.stream().filter(one -> one.what().differs()).count())
                .param("vanished", count(found, What.VANISHED))
                .param("unreadable", count(found, What.UNREADABLE))
                .query(Long.class)
                .optional();
        if (id.isPresent()) {
            found.forEach(one -> keep(id.get(), one, now));
        }
    }

    private static long count(List<Finding> found, What what) {
        return found.stream().filter(one -> one.what() == what).count();
    }

    private void keep(long comparison, Finding one, Instant now) {
        database.sql("""
                        insert into reading_difference (comparison_id, ontime_id, session_id, what, fields, found_at)
                        values (:comparison, :ontimeId, :session, :what, :fields, :now)
                        on conflict do nothing
                        """)
                .param("comparison", comparison)
                .param("ontimeId", one.ontimeId())
                .param("session", one.session())
                .param("what", one.what().name())
                .param("fields", one.fields())
                .param("now", at(now))
                .update();
    }

    List<ComparedSession> found(long id, int offset, int limit) {
        return database.sql(FOUND)
                .param("id", id)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new ComparedSession(
                        row.getObject("ontime_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        What.valueOf(row.getString("what")),
                        Stream.of(row.getString("fields").split(" "))
                                .filter(name -> !name.isEmpty())
                                .map(SessionField::valueOf)
                                .toList(),
                        Objects.requireNonNull(instant(row, "found_at"))))
                .list();
    }

    private static ComparedDay day(ResultSet row) throws SQLException {
        return new ComparedDay(
                row.getLong("id"),
                Objects.requireNonNull(instant(row, "pass_started_at")),
                row.getInt("pass_day"),
                Objects.requireNonNull(instant(row, "window_from")),
                row.getInt("total"),
                row.getInt("compared_before"),
                row.getInt("budget"),
                row.getInt("same"),
                row.getInt("differ"),
                row.getInt("vanished"),
                row.getInt("unreadable"),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "ended_at"),
                row.getObject("left_over", Integer.class));
    }
}
