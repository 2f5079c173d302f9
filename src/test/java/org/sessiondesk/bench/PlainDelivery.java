package org.sessiondesk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One delivery as somebody would write it who needs no rooms, no gate, no verdicts and no queue: the same rows, the same
 * commits in the same places, the same GET and POST, by plain JDBC and {@code java.net.http}.
 */
final class PlainDelivery implements AutoCloseable {

    private static final String LOCK_SESSION =
            "select ontime_id, end_mileage, version from driver_session where id = ? for update";

    private static final String LOCK_DELIVERY =
            "select id, attempts from delivery where session_id = ? and state = ? for update";

    private static final String BEGIN = """
            with begun as (
                insert into delivery_attempt (delivery_id, n, session_version, instance, started_at)
                values (?, ?, ?, 'plain', ?) returning id
            )
            update delivery
            set state = 'SENDING', reason = 'SENDING', next_attempt_at = null, state_changed_at = ?, attempts = ?,
                newest_attempt = begun.id, sent_version = ?
            from begun where delivery.id = ? returning begun.id
            """;

    private static final String KEEP = """
            insert into delivery_reading (attempt_id, started_at, took_millis, path, status, response_text)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String FREEZE = """
            update delivery_attempt set request_text = ?, sent_at = ?
            where id = ? and exists (select from delivery where id = ? and newest_attempt = delivery_attempt.id)
            """;

    private static final String FINISH =
            "update delivery_attempt set outcome = 'ACCEPTED', finished_at = ?, status = ?, response_text = ? where id = ?";

    private static final String REMEMBER =
            "update driver_session set ontime_record = ?, ontime_read_at = ? where id = ?";

    private static final String ACCEPT = """
            update delivery set state = 'ACCEPTED', reason = 'TAKEN', next_attempt_at = null, state_changed_at = ?
            where id = ?
            """;

    private static final String APPEND = """
            with head as (
                select position + 1 as position, sha256(chain || sha256(decode('00', 'hex') || ?)) as chain
                from audit_head for update
            ), entry as (
                insert into audit_entry (position, chain, bytes, at, action, actor_kind)
                select position, chain, ?, ?, 'delivery.accepted', 'ontime' from head
            ), subjects as (
                insert into audit_subject (position, kind, id)
                select position, kind, id from head, (values ('session', ?), ('delivery', ?)) as subject (kind, id)
            )
            update audit_head set position = head.position, chain = head.chain from head
            """;

    private final DataSource database;
    private final String api;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PlainDelivery(DataSource database, LocalOnTime ontime) {
        this.database = database;
        this.api = ontime.baseUrl() + "/sites/" + LocalOnTime.COMPANY + "/api/";
    }

    private record Begun(UUID session, UUID delivery, UUID ontimeId, long attempt, int endMileage) {}

    /** From the number of the attempt to its result. */
    void deliver(UUID session) throws SQLException, IOException, InterruptedException {
        Begun begun = begin(session);
        var path = "userSessions/" + begun.ontimeId();
        long started = System.nanoTime();
        var read = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        run(
                KEEP,
                begun.attempt(),
                now(),
                (System.nanoTime() - started) / 1_000_000,
                path,
                read.statusCode(),
                read.body());
        var body = read.body().replaceFirst("\"EndMileage\":\\d+", "\"EndMileage\":" + begun.endMileage());
        run(FREEZE, body, now(), begun.attempt(), begun.delivery());
        var answer = http.send(
                request("userSession/post")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("answered " + answer.statusCode());
        }
        finish(begun, answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", LocalOnTime.KEY)
                .header("Accept", "application/json");
    }

    private Begun begin(UUID session) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Begun begun;
            try (var locked = prepared(connection, LOCK_SESSION, session);
                    var row = locked.executeQuery();
                    var waiting = prepared(connection, LOCK_DELIVERY, session, "WAITING");
                    var delivery = waiting.executeQuery()) {
                row.next();
                delivery.next();
                var id = delivery.getObject(1, UUID.class);
                int n = delivery.getInt(2) + 1;
                long version = row.getLong(3);
                try (var begin = prepared(connection, BEGIN, id, n, version, now(), now(), n, version, id);
                        var attempt = begin.executeQuery()) {
                    attempt.next();
                    begun = new Begun(session, id, row.getObject(1, UUID.class), attempt.getLong(1), row.getInt(2));
                }
            }
            connection.commit();
            return begun;
        }
    }

    private void finish(Begun begun, HttpResponse<String> answer) throws SQLException {
        byte[] entry = ("{\"action\":\"delivery.accepted\",\"actor\":{\"kind\":\"ontime\"},\"at\":\"" + now()
                        + "\",\"details\":{\"differs\":false,\"ontimeId\":\"" + begun.ontimeId()
                        + "\",\"reason\":\"TAKEN\",\"version\":1},\"subjects\":[\"session\",\"delivery\"],\"v\":1}")
                .getBytes(StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var session = prepared(connection, LOCK_SESSION, begun.session());
                    var delivery = prepared(connection, LOCK_DELIVERY, begun.session(), "SENDING")) {
                session.executeQuery().close();
                delivery.executeQuery().close();
            }
            execute(connection, FINISH, now(), answer.statusCode(), answer.body(), begun.attempt());
            execute(connection, REMEMBER, answer.body(), now(), begun.session());
            execute(connection, ACCEPT, now(), begun.delivery());
            execute(
                    connection,
                    APPEND,
                    entry,
                    entry,
                    now(),
                    begun.session().toString(),
                    begun.delivery().toString());
            connection.commit();
        }
    }

    /** One statement, one commit. */
    void run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql, values);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepared(connection, sql, values)) {
            if (statement.executeUpdate() != 1) {
                throw new SQLException("not one row: " + sql);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }

    static Instant now() {
        return Instant.now();
    }

    @Override
    public void close() {
        http.close();
    }
}
