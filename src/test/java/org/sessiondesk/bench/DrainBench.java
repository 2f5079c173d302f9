package org.sessiondesk.bench;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A backlog leaves, as many at once as the queue has threads. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DrainBench {

    private static final int PAIRS = Integer.getInteger("sessiondesk.bench.pairs", Pairs.FEWEST);

    static final LocalOnTime ontime = new LocalOnTime();
    static final BenchReport report = new BenchReport("Drain");

    @AfterAll
    static void written() throws Exception {
        report.close();
        ontime.close();
    }

    @Nested
    @Order(1)
    @DatabaseTest
    @DirtiesContext
    @Import(Backlog.class)
    @TestPropertySource(properties = "db-scheduler.threads=1")
    class One extends Drain {
        @Test
        void drains() throws Exception {
            against(1, 24);
        }
    }

    @Nested
    @Order(2)
    @DatabaseTest
    @DirtiesContext
    @Import(Backlog.class)
    @TestPropertySource(properties = "db-scheduler.threads=8")
    class Eight extends Drain {
        @Test
        void drains() throws Exception {
            against(8, 120);
        }
    }

    @Nested
    @Order(3)
    @DatabaseTest
    @DirtiesContext
    @Import(Backlog.class)
    @TestPropertySource(properties = "db-scheduler.threads=64")
    class SixtyFour extends Drain {
        @Test
        void drains() throws Exception {
            against(64, 240);
        }
    }

    abstract static class Drain {

        @Autowired
        Backlog backlog;

        @Autowired
        DataSource pool;

        @Autowired
        TestDatabase database;

        @Autowired
        JdbcClient jdbc;

        @DynamicPropertySource
        static void settings(DynamicPropertyRegistry settings) {
            Backlog.connect(settings, ontime);
        }

        void against(int concurrency, int many) throws Exception {
            backlog.read(many, ontime);
            try (var plain = new PlainDelivery(pool, ontime);
                    var floor = new PlainDrain(jdbc, plain, concurrency);
                    var quartz = new QuartzDrain(jdbc, database, plain, concurrency)) {
                var ratios = Pairs.measure(
                        2,
                        PAIRS,
                        () -> backlog.perSecond(many, backlog::drain),
                        () -> backlog.perSecond(many, floor::drain));
                report.ratio(concurrency + " at once ÷ java.net.http and JDBC", ratios, "/s", new Limit.AtLeast(0.7));
                var second = Pairs.measure(1, PAIRS, () -> backlog.perSecond(many, backlog::drain), () -> {
                    backlog.correct(many);
                    quartz.take();
                    return many * 1_000 / Figure.millis(quartz::drain).run();
                });
                report.ratio(concurrency + " at once ÷ Quartz, same work", second, "/s", new Limit.AtLeast(0.7));
                backlog.checkAllAccepted(ontime);
                counts(concurrency, many, floor);
            }
        }

        private void counts(int concurrency, int many, PlainDrain floor) throws Exception {
            var meter = new Meter(database, jdbc);
            backlog.correct(many);
            report.counts(
                    "a delivery, %d at once".formatted(concurrency),
                    meter.during(backlog::drain).each(many));
            backlog.correct(many);
            report.counts("the same by the floor", meter.during(floor::drain).each(many));
        }
    }
}
