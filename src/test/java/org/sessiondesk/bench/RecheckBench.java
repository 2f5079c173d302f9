package org.sessiondesk.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.finding.ManyFindings;
import org.sessiondesk.finding.check.AllSessions;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.finding.check.Recheck;
import org.sessiondesk.finding.check.RecheckLoop;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What judging anew after one correction touches, among many sessions of a fleet against among few of the same. */
@DatabaseTest
@Import(FindingDesk.class)
class RecheckBench {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("sessiondesk.scale", 1_000_000);
    private static final int VANS = 200;
    private static final int OF_ONE_VAN = MANY / 20;
    private static final int WARM_UPS = 10;
    private static final int ACTS = 60;
    private static final Limit LIMIT = new Limit.AtMost(1.5);

    @Autowired
    private FindingDesk desk;

    @Autowired
    private AllSessions all;

    @Autowired
    private Recheck recheck;

    @Autowired
    private RecheckLoop loop;

    @Autowired
    private Scheduler queue;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void recheck() throws Exception {
        BenchSessions.signIn();
        loop.stop();
        queue.pause();
        try (BenchReport report = new BenchReport("Recheck")) {
            ManyFindings.fill(database, FEW, VANS);
            all.checkNow();
            var few = measure("true");
            database.sql()
                    .sql("truncate driver_session, finding_due, line_verdict, finding, problem cascade")
                    .update();
            ManyFindings.fill(database, OF_ONE_VAN, 1);
            database.sql().sql("""
                            update driver_session
                               set vehicle_id = md5('the one van')::uuid, driver_id = md5('of the one van' || right(id::text, 1))::uuid,
                                   start_mileage = start_mileage / 4, end_mileage = end_mileage / 4 -- an odometer has six digits and a one
                            """).update();
            ManyFindings.fill(database, MANY - OF_ONE_VAN, VANS);
            all.checkNow();
            var many = measure("vehicle_id <> md5('the one van')::uuid");
            var ofOneVan = measure("vehicle_id = md5('the one van')::uuid");

            ratio(report, "a slip, %,d ÷ %,d sessions".formatted(MANY, FEW), many.slip(), few.slip());
            ratio(report, "put right, %,d ÷ %,d sessions".formatted(MANY, FEW), many.right(), few.right());
            ratio(
                    report,
                    "a slip, a van of %,d among them ÷ %,d sessions".formatted(OF_ONE_VAN, FEW),
                    ofOneVan.slip(),
                    few.slip());
            ratio(report, "put right, the same van ÷ %,d sessions".formatted(FEW), ofOneVan.right(), few.right());
            report.counts("after a slip, %,d sessions".formatted(FEW), few.slip());
            report.counts("after a slip, %,d sessions".formatted(MANY), many.slip());
            report.counts("after a slip, the van of %,d".formatted(OF_ONE_VAN), ofOneVan.slip());
            report.counts("after it is put right, %,d sessions".formatted(FEW), few.right());
            report.counts("after it is put right, %,d sessions".formatted(MANY), many.right());
        }
    }

    private record Measured(Counts slip, Counts right) {}

    private static void ratio(BenchReport report, String what, Counts ours, Counts floor) {
        report.fact("shared buffers: " + what, ours.sharedBuffers() / floor.sharedBuffers(), "", LIMIT);
    }

    private Measured measure(String which) throws Exception {
        var meter = new Meter(database, jdbc);
        List<UUID> sessions =
                new ArrayList<>(jdbc.sql("select id from driver_session where " + which + " order by id limit 2000")
                        .query(UUID.class)
                        .list());
        Collections.shuffle(sessions, new java.util.Random(7));
        for (UUID session : sessions.subList(0, WARM_UPS)) {
            act(meter, session);
        }
        List<Measured> measured = new ArrayList<>();
        for (UUID session : sessions.subList(WARM_UPS, WARM_UPS + ACTS)) {
            measured.add(act(meter, session));
        }
        return new Measured(
                sum(measured.stream().map(Measured::slip).toList()).each(ACTS),
                sum(measured.stream().map(Measured::right).toList()).each(ACTS));
    }

    private Measured act(Meter meter, UUID session) throws Exception {
        int end = Objects.requireNonNull(desk.session(session).values().endMileage());
        long before = findings();
        Counts slip = after(meter, session, end + 9_000);
        desk.settle();
        if (findings() == before) {
            throw new IllegalStateException("nobody found the slip of " + session);
        }
        Counts right = after(meter, session, end);
        desk.settle();
        return new Measured(slip, right);
    }

    private long findings() {
        return jdbc.sql("select count(*) from finding").query(Long.class).single();
    }

    private Counts after(Meter meter, UUID session, int end) throws Exception {
        desk.correct(
                session,
                new SessionValues(null, null, LogInType.UNDEFINED, null, null, null, end),
                SessionField.END_MILEAGE);
        return meter.during(recheck::batchInTurn);
    }

    private static Counts sum(List<Counts> counts) {
        Counts none = new Counts(0, 0, 0, 0, 0, 0);
        Counts sum = none;
        for (Counts each : counts) {
            sum = sum.minus(none.minus(each));
        }
        return sum;
    }
}
