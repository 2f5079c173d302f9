package org.sessiondesk.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sessiondesk.account.Role;
import org.sessiondesk.finding.check.FindingDesk;
import org.sessiondesk.payout.PayExports;
import org.sessiondesk.statement.PayExportFiles;
import org.sessiondesk.statement.PayExportFiles.Rows;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.beans.factory.annotation.Autowired;

/** An export of a million drivers' days: made, and written in each form, with what the heap holds meanwhile. */
@DatabaseTest
class ExportBench {

    private static final int DRIVERS = 2_000;
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int LOOKS = 5;
    private static final double MEGABYTE = 1 << 20;

    @Autowired
    private PayExports exports;

    @Autowired
    private PayExportFiles files;

    @Test
    void export(@Autowired TestDatabase database) throws Exception {
        FindingDesk.signIn(Role.PAYROLL);
        int rows = Integer.getInteger("sessiondesk.scale", 1_000_000);
        database.sql().sql("""
                        insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
                        select md5('bench ' || n)::uuid, 'Driver, Number ' || n, 'driver, number ' || lpad(n::text, 12, '0'), true,
                            '{}', now()
                        from generate_series(1, :drivers) n""").param("drivers", DRIVERS).update();
        database.sql().sql("""
                        insert into day_sign_off (id, driver_id, day, signed_by, signed_at, driver_seconds, dispatcher_seconds,
                            distance, sessions, without_distance)
                        select gen_random_uuid(), md5('bench ' || (1 + n % :drivers))::uuid,
                            date '2025-01-01' + (n / :drivers)::int, gen_random_uuid(), now(), 25000 + n % 9000, n % 3 * 600,
                            case when n % 5 > 0 then n % 300 end, 2, case when n % 5 > 0 then 0 else 2 end
                        from generate_series(0, :rows - 1) n""").param("drivers", DRIVERS).param("rows", rows).update();
        database.sql().sql("analyze").update();
        try (var report = new BenchReport("Export")) {
            var period = new PayPeriod(FIRST, FIRST.plusDays(rows / DRIVERS));
            var seen = exports.due(period, 0).summary();
            long began = System.nanoTime();
            exports.make(period, seen);
            report.note("%,d signed days become rows of an export in %.1f s".formatted(rows, seconds(began)));
            for (var format : TableFormat.values()) {
                written(report, format, rows);
            }
        }
    }

    private void written(BenchReport report, TableFormat format, int rows) throws Exception {
        var size = new AtomicLong();
        var most = new AtomicLong();
        long before = held();
        long began = System.nanoTime();
        var each = new AtomicLong(rows / LOOKS);
        var spent = new AtomicLong();
        try (var out = new Counted(size)) {
            files.write(1, Rows.DAYS, format, out, (done, of) -> {
                if (done >= each.get()) {
                    each.addAndGet(rows / LOOKS);
                    long look = System.nanoTime();
                    most.accumulateAndGet(held(), Math::max);
                    spent.addAndGet(System.nanoTime() - look);
                }
            });
        }
        double took = seconds(began) - Duration.ofNanos(spent.get()).toMillis() / 1_000d;
        report.fact(
                "held while %,d rows leave as %s".formatted(rows, format),
                (most.get() - before) / MEGABYTE,
                "MB",
                new Limit.AtMost(32));
        report.note("%s: %.1f s, %,.0f MB".formatted(format, took, size.get() / MEGABYTE));
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Keeps nothing but how much there was. */
    private static final class Counted extends OutputStream {

        private final AtomicLong size;

        private Counted(AtomicLong size) {
            this.size = size;
        }

        @Override
        public void write(int one) {
            size.incrementAndGet();
        }

        @Override
        public void write(byte[] some, int from, int count) {
            size.addAndGet(count);
        }
    }
}
