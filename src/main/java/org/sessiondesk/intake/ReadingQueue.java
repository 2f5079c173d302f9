package org.sessiondesk.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.UserSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records that are known by id, and which of them are due to be read. */
@Component
class ReadingQueue {

    /** In which order due records are read. */
    static final int NAMES_MET = 1;

    static final int SESSIONS = 2;
    static final int REST_OF_ROSTER = 3;
    static final int COMPARED = 4;

    static final String NEXT = """
            select kind, ontime_id, tries, rank
              from reading_record
             where due_at is not null and due_at <= :now and kind <> all (:stopped)
               and (about is not null or rank <> 2)
             order by rank, still_open desc, about desc nulls last, ontime_id
             limit :limit
            """;

    private static final int LONGEST_TRY_SHIFT = 8;

    private final JdbcClient database;

    ReadingQueue(JdbcClient database) {
        this.database = database;
    }

    /** A record to be read, and how often that failed. */
    record Due(ReadingKind kind, UUID id, int tries, int rank) {}

    List<Due> next(Instant now, Set<ReadingKind> stopped, int limit) {
        return database.sql(NEXT)
                .param("now", at(now))
                .param("stopped", stopped.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        ReadingKind.valueOf(row.getString("kind")),
                        row.getObject("ontime_id", UUID.class),
                        row.getInt("tries"),
                        row.getInt("rank")))
                .list();
    }

    /** Queues ids not known yet. */
    void add(ReadingKind kind, Collection<UUID> ids, @Nullable Instant about, int rank, Instant now) {
        database.sql("""
                        insert into reading_record (kind, ontime_id, about, rank, due_at)
                        select :kind, id, cast(:about as timestamptz), :rank, :now from unnest(:ids) id
                         where not exists (select from reading_record known where known.kind = :kind and known.ontime_id = id)
                        on conflict (kind, ontime_id) do nothing
                        """)
                .param("kind", kind.name())
                .param("ids", ids.toArray(UUID[]::new))
                .param("about", at(about))
                .param("rank", rank)
                .param("now", at(now))
                .update();
    }

    /** The list of a day named these sessions, none of a later day did. */
    void dayKnown(Collection<UUID> ids, Instant about) {
        database.sql("""
                        update reading_record set about = :about
                         where kind = 'SESSIONS' and about is null and ontime_id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("about", at(about))
                .update();
    }

    /** What no list of a day named is older than all of them. */
    void restIsOlder(Instant about) {
        database.sql("update reading_record set about = :about where kind = 'SESSIONS' and about is null")
                .param("about", at(about))
                .update();
    }

    /** Queues known ids anew. */
    void again(ReadingKind kind, Collection<UUID> ids, int rank, Instant now) {
        database.sql("""
                        update reading_record set due_at = :now, rank = :rank
                         where kind = :kind and due_at is null and ontime_id = any (:ids)
                        """)
                .param("kind", kind.name())
                .param("ids", ids.toArray(UUID[]::new))
                .param("rank", rank)
                .param("now", at(now))
                .update();
    }

    /**
     * Queues open sessions not read for a while, young ones sooner than those that nobody will close by himself.
     *
     * @param young logged in after this
     */
    int openAgain(Instant young, Duration youngEvery, Duration oldEvery, Instant now) {
        return database.sql("""
                        update reading_record set due_at = :now, rank = 2
                         where kind = 'SESSIONS' and still_open and due_at is null
                           and read_at <= case when about > :young then cast(:youngBefore as timestamptz)
                                               else cast(:oldBefore as timestamptz) end
                        """)
                .param("young", at(young))
                .param("youngBefore", at(now.minus(youngEvery)))
                .param("oldBefore", at(now.minus(oldEvery)))
                .param("now", at(now))
                .update();
    }

    /** The record was read, or is not there. */
    void done(Due due, String outcome, @Nullable Instant about, boolean open, Instant now) {
        finish(due, outcome, about, open, null, null, now);
    }

    /** These sessions were read: the same in one statement for all of them. */
    void read(List<UserSession> records, Instant now) {
        if (records.isEmpty()) {
            return;
        }
        database.sql("""
                        update reading_record known
                           set due_at = null, tries = 0, read_at = :now, outcome = 'READ', still_open = one.still_open,
                               about = coalesce(one.about, known.about), reason = null, shown = null,
                               not_there_since = null
                          from unnest(:ids, cast(:abouts as timestamptz[]), cast(:opens as boolean[]))
                               as one (id, about, still_open)
                         where kind = 'SESSIONS' and ontime_id = one.id
                        """)
                .param("ids", records.stream().map(UserSession::id).toArray(UUID[]::new))
                .param(
                        "abouts",
                        records.stream().map(record -> text(record.logInTime())).toArray(String[]::new))
                .param(
                        "opens",
                        records.stream()
                                .map(record -> Boolean.toString(record.logOutTime() == null))
                                .toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** The record came as something else. */
    void unreadable(Due due, String reason, String shown, Instant now) {
        finish(due, "UNREADABLE", null, false, reason, shown, now);
    }

    private void finish(
            Due due,
            String outcome,
            @Nullable Instant about,
            boolean open,
            @Nullable String reason,
            @Nullable String shown,
            Instant now) {
        database.sql("""
                        update reading_record
                           set due_at = null, tries = 0, read_at = :now, outcome = :outcome, still_open = :open,
                               about = coalesce(cast(:about as timestamptz), about), reason = :reason, shown = :shown,
                               not_there_since = null
                         where kind = :kind and ontime_id = :id
                        """)
                .param("kind", due.kind().name())
                .param("id", due.id())
                .param("outcome", outcome)
                .param("about", at(about))
                .param("open", open)
                .param("reason", storable(reason))
                .param("shown", storable(shown))
                .param("now", at(now))
                .update();
    }

    /** Nothing came: the record is asked for later, each time after a longer while. */
    void later(Due due, Instant now) {
        later(due, now, Duration.ofSeconds(5L << Math.min(due.tries(), LONGEST_TRY_SHIFT)));
    }

    /** The record is asked for again after this while. */
    void later(Due due, Instant now, Duration wait) {
        database.sql("""
                        update reading_record set due_at = :at, tries = tries + 1
                         where kind = :kind and ontime_id = :id
                        """)
                .param("kind", due.kind().name())
                .param("id", due.id())
                .param("at", at(now.plus(wait)))
                .update();
    }

    /** When a record was last read; null for never. */
    @Nullable
    Instant readAt(ReadingKind kind, UUID id) {
        return database.sql("select read_at from reading_record where kind = :kind and ontime_id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .query((row, n) -> new At(instant(row, "read_at")))
                .optional()
                .orElse(new At(null))
                .time();
    }

    private record At(@Nullable Instant time) {}

    static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A text column holds no U+0000. */
    static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
