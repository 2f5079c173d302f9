package org.sessiondesk.delivery;

import static org.sessiondesk.delivery.Columns.at;
import static org.sessiondesk.delivery.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes deliveries. Plain SQL, so that a correction's part of it stays two statements. */
@Component
class DeliveryRows {

    private static final String OPEN = "state not in ('ACCEPTED', 'WITHDRAWN')";

    private static final String COLUMNS = """
            id, session_id, state, reason, base_record, first_queued_at, next_attempt_at, attempts, look_ups,
            newest_attempt, sent_version, sent_driver_id, sent_log_in_at, may_have_arrived, other_ontime_id
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The session's open deliveries, locked, the eldest first. The session itself is locked already. */
    List<DeliveryRow> lockOpen(UUID session) {
        return jdbc.sql("select " + COLUMNS + " from delivery where session_id = :session and " + OPEN
                        + " order by first_queued_at, id for update")
                .param("session", session)
                .query(DeliveryRows::delivery)
                .list();
    }

    /** One delivery, locked. */
    Optional<DeliveryRow> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from delivery where id = :id for update")
                .param("id", id)
                .query(DeliveryRows::delivery)
                .optional();
    }

    /** The session of a delivery. */
    Optional<UUID> sessionOf(UUID delivery) {
        return jdbc.sql("select session_id from delivery where id = :id")
                .param("id", delivery)
                .query(UUID.class)
                .optional();
    }

    /**
     * Makes a waiting delivery with its correction and its task, in one statement.
     *
     * @param mayHaveArrived what it replaces may stand in OnTime
     */
    void queue(
            UUID session,
            UUID correction,
            @Nullable String baseRecord,
            boolean mayHaveArrived,
            Instant now,
            Instant leaves) {
        jdbc.sql("""
                        with made as (
                            insert into delivery (id, session_id, state, reason, base_record, first_queued_at, queued_at,
                                                  state_changed_at, next_attempt_at, may_have_arrived)
                            values (:id, :session, 'WAITING', 'NEW', :base, :now, :now, :now, :leaves, :arrived)
                        ), linked as (
                            insert into delivery_correction (delivery_id, correction_id) values (:id, :correction)
                        )
                        """ + DeliveryTasks.PUT)
                .param("id", newId())
                .param("session", session)
                .param("base", baseRecord)
                .param("arrived", mayHaveArrived)
                .param("correction", correction)
                .param("now", at(now))
                .param("leaves", at(leaves))
                .param("task", DeliveryTasks.NAME)
                .param("instance", session.toString())
                .param("due", at(leaves))
                .update();
    }

    /** Adds a correction to a waiting delivery and moves its task, in one statement. */
    void join(DeliveryRow waiting, UUID correction, Instant now, Instant leaves) {
        jdbc.sql("""
                        with joined as (
                            update delivery set queued_at = :now, next_attempt_at = :leaves where id = :id
                        ), linked as (
                            insert into delivery_correction (delivery_id, correction_id) values (:id, :correction)
                        )
                        """ + DeliveryTasks.PUT)
                .param("id", waiting.id())
                .param("correction", correction)
                .param("now", at(now))
                .param("leaves", at(leaves))
                .param("task", DeliveryTasks.NAME)
                .param("instance", waiting.session().toString())
                .param("due", at(leaves))
                .update();
    }

    /** The session's newest delivery; there is one. */
    UUID newestOf(UUID session) {
        return jdbc.sql(
                        "select id from delivery where session_id = :session order by first_queued_at desc, id desc limit 1")
                .param("session", session)
                .query(UUID.class)
                .single();
    }

    /** Makes a waiting delivery that carries the same corrections once more; its task is for the caller to put. */
    void queueAgain(UUID delivery, String baseRecord, Instant now) {
        jdbc.sql("""
                        with made as (
                            insert into delivery (id, session_id, state, reason, base_record, first_queued_at, queued_at,
                                                  state_changed_at, next_attempt_at, may_have_arrived)
                            select :id, session_id, 'WAITING', 'LATE_ANSWER', :base, :now, :now, :now, :now, true
                            from delivery where id = :delivery
                        )
                        insert into delivery_correction (delivery_id, correction_id)
                        select :id, correction_id from delivery_correction where delivery_id = :delivery
                        """)
                .param("id", newId())
                .param("delivery", delivery)
                .param("base", baseRecord)
                .param("now", at(now))
                .update();
    }

    void withdraw(DeliveryRow delivery, DeliveryReason reason, Instant now) {
        change(delivery.id(), DeliveryState.WITHDRAWN, reason, null, now, null);
    }

    /** Puts a delivery into a state; its words and its next time are replaced. */
    void change(
            UUID id,
            DeliveryState state,
            DeliveryReason reason,
            @Nullable String words,
            Instant now,
            @Nullable Instant next) {
        jdbc.sql("""
                        update delivery
                        set state = :state, reason = :reason, words = :words, next_attempt_at = :next,
                            state_changed_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason.name())
                .param("words", text(words))
                .param("now", at(now))
                .param("next", at(next))
                .update();
    }

    void arrivalUnknown(UUID id, boolean mayHaveArrived) {
        jdbc.sql("update delivery set may_have_arrived = :unknown where id = :id")
                .param("id", id)
                .param("unknown", mayHaveArrived)
                .update();
    }

    void base(UUID id, String record) {
        jdbc.sql("update delivery set base_record = :record where id = :id")
                .param("id", id)
                .param("record", record)
                .update();
    }

    /** OnTime has the session now: what was to be created is an update of that record. */
    void updates(UUID id, String record) {
        jdbc.sql("""
                        update delivery set base_record = :record, sent_driver_id = null, sent_log_in_at = null
                        where id = :id
                        """).param("id", id).param("record", record).update();
    }

    /** A look that saw everything. */
    void lookedUp(UUID id, DeliveryReason reason, @Nullable Instant next) {
        lookUp(id, reason, next, 1);
    }

    /** A person may decide by what can be read; the looks go on. */
    void looksOn(UUID id, DeliveryReason reason, Instant next) {
        lookUp(id, reason, next, 0);
    }

    private void lookUp(UUID id, DeliveryReason reason, @Nullable Instant next, int whole) {
        jdbc.sql("""
                        update delivery set look_ups = look_ups + :whole, reason = :reason, next_attempt_at = :next
                        where id = :id
                        """)
                .param("id", id)
                .param("whole", whole)
                .param("reason", reason.name())
                .param("next", at(next))
                .update();
    }

    /** Counts a look-up that said nothing for certain. */
    int lookFailed(UUID id) {
        return jdbc.sql("""
                        update delivery set failed_look_ups = failed_look_ups + 1 where id = :id returning failed_look_ups
                        """).param("id", id).query(Integer.class).single();
    }

    void startLookUpsAnew(UUID id) {
        jdbc.sql("update delivery set look_ups = 0, failed_look_ups = 0 where id = :id")
                .param("id", id)
                .update();
    }

    void nextAt(UUID id, Instant next) {
        jdbc.sql("update delivery set next_attempt_at = :next where id = :id")
                .param("id", id)
                .param("next", at(next))
                .update();
    }

    /** The one behind goes into the one ahead, which carries its corrections and its doubts from now on. */
    void fold(DeliveryRow behind, DeliveryRow ahead, Instant now) {
        withdraw(behind, DeliveryReason.JOINED, now);
        if (behind.mayHaveArrived()) {
            arrivalUnknown(ahead.id(), true);
        }
        jdbc.sql("""
                        insert into delivery_correction (delivery_id, correction_id)
                        select :ahead, correction_id from delivery_correction where delivery_id = :behind
                        on conflict do nothing
                        """).param("ahead", ahead.id()).param("behind", behind.id()).update();
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private static DeliveryRow delivery(ResultSet row, int n) throws SQLException {
        return new DeliveryRow(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "session_id"),
                DeliveryState.valueOf(row.getString("state")),
                DeliveryReason.valueOf(row.getString("reason")),
                row.getString("base_record"),
                Columns.instant(row, "first_queued_at"),
                Columns.instantOrNull(row, "next_attempt_at"),
                row.getInt("attempts"),
                row.getInt("look_ups"),
                row.getObject("newest_attempt", Long.class),
                row.getObject("sent_version", Long.class),
                row.getObject("sent_driver_id", UUID.class),
                Columns.instantOrNull(row, "sent_log_in_at"),
                row.getBoolean("may_have_arrived"),
                row.getObject("other_ontime_id", UUID.class));
    }
}
