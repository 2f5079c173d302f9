package org.sessiondesk.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.testing.DatabaseTest;
import org.sessiondesk.testing.TestDatabase;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.MillionSessions;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionSort;
import org.sessiondesk.worklist.Worklist;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list's first page and filters at a million sessions, against the time that PostgreSQL spends on their SQL. */
@DatabaseTest
@Import(BenchSessions.class)
class ListBench {

    private static final int ROWS = Integer.getInteger("sessiondesk.scale", 1_000_000);
    private static final int PAGE = 50;
    private static final int WARM_UPS = 3;
    private static final int COLD_ROUNDS = 40;
    private static final int PAIRS = 15;
    private static final Limit LIMIT = new Limit.AtMost(1.5);

    private final Instant now = Instant.now();
    private final UUID driver = UUID.fromString("0cc175b9-c0f1-b6a8-31c3-99e269772661");

    @Autowired
    private Worklist worklist;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void list() throws Exception {
        BenchSessions.signIn();
        MillionSessions.fill(database, ROWS);
        Meter meter = new Meter(database, jdbc);
        try (BenchReport report = new BenchReport("List")) {
            report.note("%,d sessions; each act is a page of %d rows with its count and sums".formatted(ROWS, PAGE));
            Work first = () -> {
                show(SessionFilter.ALL);
                worklist.views(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
            };
            for (int round = 0; round < COLD_ROUNDS; round++) {
                first.run();
                filters().values().forEach(this::show);
            }
            report.ratio("first page, with the counts of the views ÷ its SQL", measure(meter, first), "ms", LIMIT);
            report.counts("first page", meter.during(first));

            List<Measured> all = new ArrayList<>();
            for (var filter : filters().entrySet()) {
                Work act = () -> show(filter.getValue());
                all.add(new Measured(filter.getKey(), measure(meter, act), meter.during(act)));
            }
            var worst = all.stream()
                    .max(Comparator.comparingDouble(each -> each.ratios().ours()))
                    .orElseThrow();
            report.ratio("the slowest filter, " + worst.name() + " ÷ its SQL", worst.ratios(), "ms", LIMIT);
            report.counts(worst.name(), worst.counts());
            all.forEach(each -> report.note(each.words()));
        }
    }

    private record Measured(String name, Ratios ratios, Counts counts) {

        String words() {
            return "%s: %s ms, its SQL %s ms, ratio %s"
                    .formatted(
                            name,
                            Limit.plain(ratios.ours()),
                            Limit.plain(ratios.floor()),
                            Limit.plain(ratios.median()));
        }
    }

    /** What a person waits for over what PostgreSQL works for it, in the same call. */
    private static Ratios measure(Meter meter, Work act) throws Exception {
        List<Ratios.Pair> pairs = new ArrayList<>();
        for (int n = -WARM_UPS; n < PAIRS; n++) {
            double before = meter.sqlMillis();
            double millis = Figure.millis(act).run();
            if (n >= 0) {
                pairs.add(new Ratios.Pair(millis, meter.sqlMillis() - before));
            }
        }
        return new Ratios(pairs);
    }

    private void show(SessionFilter filter) {
        worklist.page(filter, SessionSort.NEWEST_FIRST, 0, PAGE);
        worklist.totals(filter);
    }

    private Map<String, SessionFilter> filters() {
        var all = SessionFilter.ALL;
        var day = all.between(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        Map<String, SessionFilter> filters = new LinkedHashMap<>();
        filters.put("a day", day);
        filters.put("31 days", all.between(now.minus(Duration.ofDays(31)), null));
        filters.put("log-out missing", all.marked(Mark.LOG_OUT_MISSING));
        filters.put("still out", all.marked(Mark.STILL_OUT));
        filters.put("odometer backwards", all.marked(Mark.ODOMETER_BACKWARDS));
        filters.put("a driver", new SessionFilter(null, null, driver, null, null, null, null, ""));
        filters.put("a vehicle", new SessionFilter(null, null, null, driver, null, null, null, ""));
        filters.put("a type", new SessionFilter(null, null, null, null, LogInType.DRIVER, null, null, ""));
        filters.put("waiting", new SessionFilter(null, null, null, null, null, SentState.WAITING, null, ""));
        filters.put(
                "a day's accepted",
                new SessionFilter(day.from(), day.to(), null, null, null, SentState.ACCEPTED, null, ""));
        filters.put("a vehicle's name", new SessionFilter(null, null, null, null, null, null, null, "Van 14"));
        filters.put("an OnTime ID", new SessionFilter(null, null, null, null, null, null, null, driver.toString()));
        return filters;
    }
}
