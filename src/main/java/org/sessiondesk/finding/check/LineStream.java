package org.sessiondesk.finding.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;

/** All sessions, line after line, read through a cursor: what is in memory doesn't grow with how many there are. */
final class LineStream {

    private static final int FETCH = 2_000;

    /** A line is held in pieces of so many. */
    private static final int PIECE = 512;

    private static final String ALL =
            "select " + LineRows.COLUMNS.replace(":began", "?").replace(":now", "?") + """
             from driver_session s
             where not s.discarded and s.vanished_at is null and s.left_out_at is null and s.log_in_at >= ? and s.%1$s between ? and ?
             order by s.%1$s, s.log_in_at, s.id
            """;

    private final Connection connection;
    private final Instant now;

    /** @param connection in a transaction of its own */
    LineStream(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Is given each session with what bears upon its verdict. */
    interface Reader {

        /** @param sessions a list that changes when this returns */
        void read(UUID line, List<LineSession> sessions, int at);
    }

    /** Hands over every session of a share of one kind of line that began since then. */
    void each(Which line, Share share, Instant since, Reader reader) throws SQLException {
        boolean vehicles = line == Which.VEHICLE;
        // Judging what was fetched may take longer than a transaction may otherwise rest.
        setting("idle_in_transaction_session_timeout", "10min");
        setting("plan_cache_mode", "force_custom_plan");
        try (PreparedStatement statement =
                connection.prepareStatement(ALL.formatted(vehicles ? "vehicle_id" : "driver_id"))) {
            statement.setFetchSize(FETCH);
            // In binary from the first row: nothing is written as text and read again.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setObject(1, Columns.at(now.minus(LineRows.LONGEST_SHIFT)));
            statement.setObject(2, Columns.at(now));
            statement.setObject(3, Columns.at(now));
            statement.setObject(4, Columns.at(since));
            statement.setObject(5, share.from());
            statement.setObject(6, share.until());
            try (ResultSet rows = statement.executeQuery()) {
                // What is asked meanwhile is the same again and again: to plan it each time would take longer than to
                // answer.
                setting("plan_cache_mode", "force_generic_plan");
                // Calling helpers for a look at another line takes longer than the look.
                setting("max_parallel_workers_per_gather", "0");
                var piece = new Piece(reader);
                while (rows.next()) {
                    var session = LineRows.session(rows);
                    var values = session.values();
                    piece.add(Objects.requireNonNull(vehicles ? values.vehicle() : values.driver()), session);
                }
                piece.end();
            }
        }
    }

    private void setting(String name, String value) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local %s = '%s'".formatted(name, value));
        }
    }

    /** The end of a line that is read. */
    private static final class Piece {

        private final Reader reader;
        private final List<LineSession> sessions = new ArrayList<>(PIECE);
        private @Nullable UUID line;
        private int told;

        Piece(Reader reader) {
            this.reader = reader;
        }

        void add(UUID ofLine, LineSession next) {
            if (!ofLine.equals(line)) {
                end();
                line = ofLine;
            }
            if (sessions.size() == PIECE) {
                sessions.subList(0, told - Judge.REACH).clear();
                told = Judge.REACH;
            }
            sessions.add(next);
            if (sessions.size() - told > Judge.REACH) {
                tell();
            }
        }

        void end() {
            while (told < sessions.size()) {
                tell();
            }
            sessions.clear();
            told = 0;
        }

        private void tell() {
            int from = Math.max(0, told - Judge.REACH);
            int until = Math.min(sessions.size(), told + Judge.REACH + 1);
            reader.read(Objects.requireNonNull(line), sessions.subList(from, until), told - from);
            told++;
        }
    }
}
