package org.sessiondesk.filing;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.filing.FilingState.Ending;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which files were taken in, by whom and with what outcome; the same stands in the trail. */
@Component
class FilingLedger {

    private static final String COLUMNS =
            "id, kind, file_name, sha256, person_id, begun_at, ending, added, changed, same, held, bad";

    /** As long as it takes to take over anything else of an instance that died. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(60);

    private static final RowMapper<TakenFile> TAKEN = (row, n) -> new TakenFile(
            row.getObject("id", UUID.class),
            FileKind.valueOf(row.getString("kind")),
            row.getString("file_name"),
            row.getString("sha256"),
            row.getObject("person_id", UUID.class),
            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
            row.getString("ending") == null ? null : Ending.valueOf(row.getString("ending")),
            new Tally(
                    row.getLong("added"),
                    row.getLong("changed"),
                    row.getLong("same"),
                    row.getLong("held"),
                    row.getLong("bad")));

    private final JdbcClient database;
    private final AuditTrail trail;
    private final InstantSource clock;

    FilingLedger(JdbcClient database, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Before the first record is written: whatever happens then, the trail says who began what. */
    @Transactional
    public void begin(UploadedFile file, FileKind kind) {
        database.sql("""
                        insert into filing (id, kind, file_name, sha256, person_id, begun_at, alive_at)
                        values (:id, :kind, :name, :sha256, :person, :now, clock_timestamp())
                        """)
                .param("id", file.id())
                .param("kind", kind.name())
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("person", file.person())
                .param("now", now())
                .update();
        trail.record(fact("filing.begun", file, kind));
    }

    /**
     * What a batch wrote, in its own transaction: whoever is killed has counted what is kept and nothing else.
     *
     * @throws IllegalStateException if this instance stood still for so long that another ended the file
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wrote(UUID id, long added, long changed) {
        int inHand = database.sql("""
                        update filing set added = added + :added, changed = changed + :changed
                         where id = :id and ending is null
                        """)
                .param("id", id)
                .param("added", added)
                .param("changed", changed)
                .update();
        if (inHand == 0) {
            throw endedByAnother();
        }
    }

    /**
     * What else was found so far.
     *
     * @throws IllegalStateException as {@link #wrote}
     */
    public void progress(UUID id, Tally tally) {
        if (update(id, null, tally).isEmpty()) {
            throw endedByAnother();
        }
    }

    /** How it ended. Nothing if another instance ended it, or if it never began. */
    @Transactional
    public void end(UploadedFile file, FileKind kind, Ending ending, Tally tally) {
        update(file.id(), ending, tally)
                .ifPresent(ended -> trail.record(
                        counted(fact("filing.ended", file, kind).detail("ending", ending.name()), ended.tally())));
    }

    /** This instance has these in hand. */
    public void inHand(Collection<UUID> files) {
        database.sql("update filing set alive_at = clock_timestamp() where id = any(:ids) and ending is null")
                .param("ids", files.toArray(UUID[]::new))
                .update();
    }

    /**
     * Ends those that nobody has in hand any more.
     *
     * @param dead of which that is known; of all others nothing has been heard for a while
     */
    @Transactional
    public List<TakenFile> endLeft(Collection<UUID> dead) {
        var left = database.sql("""
                        update filing set ending = 'FAILED', ended_at = :now
                         where ending is null
                           and (id = any(:dead)
                                or coalesce(alive_at, begun_at) < clock_timestamp() - :silent * interval '1 second')
                        returning\s""" + COLUMNS)
                .param("now", now())
                .param("dead", dead.toArray(UUID[]::new))
                .param("silent", DEAD_AFTER.toSeconds())
                .query(TAKEN)
                .list();
        left.forEach(file -> trail.record(counted(
                Fact.of("filing.broken-off", Actor.system())
                        .about("file", file.id())
                        .detail("kind", file.kind().name())
                        .detail("sha256", file.sha256())
                        .text("fileName", file.fileName()),
                file.tally())));
        return left;
    }

    /** The newest files first. */
    public List<TakenFile> newest(int most) {
        return database.sql("select " + COLUMNS + " from filing order by begun_at desc, id desc limit :most")
                .param("most", most)
                .query(TAKEN)
                .list();
    }

    /** The same bytes, taken in to the end. */
    public Optional<TakenFile> sameFile(String sha256) {
        return database.sql("select " + COLUMNS
                        + " from filing where sha256 = :sha256 and ending = 'DONE' order by begun_at desc limit 1")
                .param("sha256", sha256)
                .query(TAKEN)
                .optional();
    }

    private Optional<TakenFile> update(UUID id, @Nullable Ending ending, Tally tally) {
        return database.sql("""
                        update filing
                           set ending = :ending, ended_at = case when cast(:ending as text) is null then null else :now end,
                               same = :same, held = :held, bad = :bad
                         where id = :id and ending is null
                        returning\s""" + COLUMNS)
                .param("id", id)
                .param("ending", ending == null ? null : ending.name())
                .param("now", now())
                .param("same", tally.same())
                .param("held", tally.held())
                .param("bad", tally.bad())
                .query(TAKEN)
                .optional();
    }

    private static IllegalStateException endedByAnother() {
        return new IllegalStateException("another instance ended this file, for this one stood still");
    }

    private static Fact counted(Fact fact, Tally tally) {
        return fact.detail("added", tally.added())
                .detail("changed", tally.changed())
                .detail("same", tally.same())
                .detail("leftAlone", tally.held())
                .detail("bad", tally.bad());
    }

    private static Fact fact(String action, UploadedFile file, FileKind kind) {
        return Fact.of(action, Actor.person(file.person()))
                .about("file", file.id())
                .detail("kind", kind.name())
                .detail("sha256", file.sha256())
                .text("fileName", file.name());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
