package org.sessiondesk.finding.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.sessiondesk.finding.check.LineRows.Between;
import org.sessiondesk.finding.check.LineVerdict.Which;
import org.sessiondesk.judge.DriverWindow;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Judge;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.judge.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Judges all sessions, line after line. What drivers did before and after is looked up for the few that it matters to. */
final class WholeLines {

    private static final int LOOKED_UP_AT_ONCE = 200;

    private final LineStream stream;
    private final LineRows rows;
    private final Judging judging;
    private final Map<UUID, List<NewOdometer>> newOdometers;

    /** @param connection in a transaction of its own, for the stream and what is asked of other lines */
    WholeLines(Connection connection, JdbcClient jdbc, LineRows rows, SiteLimits limits, Instant now) {
        this.stream = new LineStream(connection, now);
        this.rows = rows;
        var here = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.judging = new Judging(new Judge(limits), new RememberedLines(new StoredOtherLines(here, now)), now);
        this.newOdometers = rows.newOdometers(jdbc.sql("select distinct vehicle_id from new_odometer")
                .query(UUID.class)
                .list());
    }

    void drivers(Share share, Instant since, BiConsumer<UUID, List<Finding>> told) throws SQLException {
        stream.each(
                Which.DRIVER,
                share,
                since,
                (line, sessions, at) ->
                        told.accept(sessions.get(at).id(), judging.findings(new DriverWindow(sessions, at))));
    }

    void vehicles(Share share, Instant since, BiConsumer<UUID, Verdict> told) throws SQLException {
        var asking = new ArrayList<Asking>();
        stream.each(Which.VEHICLE, share, since, (line, sessions, at) -> {
            var window = new VehicleWindow(new Alone(sessions), at, newOdometers.getOrDefault(line, List.of()));
            if (Judge.asksDrivers(window)) {
                asking.add(new Asking(List.copyOf(sessions), at, window.newOdometers()));
                if (asking.size() == LOOKED_UP_AT_ONCE) {
                    lookUp(asking, told);
                }
            } else {
                told.accept(sessions.get(at).id(), judging.verdict(window));
            }
        });
        lookUp(asking, told);
    }

    private record Asking(List<LineSession> sessions, int at, List<NewOdometer> newOdometers) {}

    private void lookUp(List<Asking> asking, BiConsumer<UUID, Verdict> told) {
        var between = rows.between(asking.stream()
                .flatMap(each -> each.sessions().stream())
                .distinct()
                .toList());
        for (var each : asking) {
            var placed = each.sessions().stream()
                    .map(session -> placed(session, between))
                    .toList();
            told.accept(
                    each.sessions().get(each.at()).id(),
                    judging.verdict(new VehicleWindow(placed, each.at(), each.newOdometers())));
        }
        asking.clear();
    }

    static Placed placed(LineSession session, Map<UUID, Between> between) {
        var beside = between.get(session.id());
        return beside == null ? new Placed(session, null, null) : new Placed(session, beside.before(), beside.after());
    }

    /** Sessions of which nobody asks what their drivers did. */
    private static final class Alone extends AbstractList<Placed> {

        private final List<LineSession> sessions;

        Alone(List<LineSession> sessions) {
            this.sessions = sessions;
        }

        @Override
        public Placed get(int index) {
            return new Placed(sessions.get(index), null, null);
        }

        @Override
        public int size() {
            return sessions.size();
        }
    }
}
