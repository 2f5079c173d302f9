package org.sessiondesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At a million sessions: what lists hold, and that an index serves each of their queries. */
class ListQueriesDatabaseTest {

    private static final Instant NOW = Instant.now();
    private static final UUID DRIVER = UUID.fromString("0cc175b9-c0f1-b6a8-31c3-99e269772661");

    private final JdbcClient jdbc = JdbcClient.create(MillionSessions.DATABASE.app());
    private final ListQueries lists = new ListQueries(jdbc, new JdbcTemplate(MillionSessions.DATABASE.app()));

    static Stream<SessionFilter> filters() {
        var day = SessionFilter.ALL.between(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)));
        return Stream.of(
                SessionFilter.ALL,
                day,
                SessionFilter.ALL.between(NOW.minus(Duration.ofDays(31)), null),
                SessionFilter.ALL.marked(Mark.LOG_OUT_MISSING),
                SessionFilter.ALL.marked(Mark.STILL_OUT),
                SessionFilter.ALL.marked(Mark.ODOMETER_BACKWARDS),
                SessionFilter.ALL.marked(Mark.VANISHED),
                SessionFilter.ALL.marked(Mark.LEFT_OUT),
                SessionFilter.ALL.marked(Mark.EDITED),
                SessionFilter.ALL.marked(Mark.ADDED),
                SessionFilter.ALL.finding(FindingFilter.ANY),
                SessionFilter.ALL.finding(FindingFilter.of(Rule.DIGIT_SLIP)),
                SessionFilter.ALL.finding(FindingFilter.PUT_ASIDE),
                SessionFilter.ALL.finding(FindingFilter.DUE),
                new SessionFilter(null, null, DRIVER, null, null, null, null, ""),
                new SessionFilter(null, null, null, DRIVER, null, null, null, ""),
                new SessionFilter(null, null, null, null, LogInType.DRIVER, null, null, ""),
                new SessionFilter(null, null, null, null, null, SentState.WAITING, null, ""),
                new SessionFilter(day.from(), day.to(), null, null, null, SentState.ACCEPTED, null, ""),
                new SessionFilter(null, null, null, null, null, null, null, "Van 14"),
                new SessionFilter(null, null, null, null, null, null, null, DRIVER.toString()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void an_index_serves_every_filter_in_every_order_and_its_count(SessionFilter filter) {
        for (var key : SessionSort.Key.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                var conditions = Conditions.of(filter, NOW);
                String plan = explain(
                        ListQuery.page(conditions, new SessionSort(key, ascending)),
                        conditions,
                        Map.of("began", Conditions.longestShiftBegan(NOW), "offset", 0, "limit", 50));
                assertThat(plan).as("%s %s", key, ascending).doesNotContain("Seq Scan on driver_session");
            }
        }
        var conditions = Conditions.of(filter, NOW);
        assertThat(explain(ListQuery.totals(conditions), conditions, Map.of("limit", Worklist.REACH + 1)))
                .doesNotContain("Seq Scan on driver_session");
    }

    @ParameterizedTest
    @EnumSource(SessionSort.Key.class)
    void the_last_row_in_reach_comes_quickly(SessionSort.Key key) {
        long began = System.nanoTime();
        lists.page(SessionFilter.ALL, new SessionSort(key, false), 0, 50, NOW);
        System.out.println("first page by " + key + ": "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        began = System.nanoTime();
        var page = lists.page(SessionFilter.ALL, new SessionSort(key, false), Worklist.REACH - 50, 50, NOW);
        System.out.println("last page by " + key + ": "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        assertThat(page).hasSize(50);
    }

    @Test
    void the_foot_counts_as_far_as_can_be_scrolled_and_says_that_there_is_more() {
        long began = System.nanoTime();
        var totals = lists.totals(SessionFilter.ALL, NOW);
        System.out.println(
                "totals: " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        assertThat(totals.sessions()).isEqualTo(Worklist.REACH);
        assertThat(totals.more()).isTrue();
    }

    @Test
    void pages_join_without_gap_or_repetition() {
        var ids = new HashSet<UUID>();
        for (int offset = 0; offset < 300; offset += 50) {
            lists.page(SessionFilter.ALL, new SessionSort(SessionSort.Key.DRIVER, true), offset, 50, NOW)
                    .forEach(line -> ids.add(line.id()));
        }
        assertThat(ids).hasSize(300);
    }

    @Test
    void drivers_come_in_order_of_their_names_and_each_with_the_newest_first() {
        var day = SessionFilter.ALL.between(NOW.minus(Duration.ofDays(3)), NOW);
        var page = lists.page(day, new SessionSort(SessionSort.Key.DRIVER, true), 0, 500, NOW);
        assertThat(page).hasSizeGreaterThan(400);
        var names = page.stream().map(SessionLine::driver).toList();
        assertThat(names.indexOf("Driver, 2")).isLessThan(names.indexOf("Driver, 10"));
        var second = page.stream()
                .filter(line -> "Driver, 2".equals(line.driver()))
                .map(SessionLine::logIn)
                .toList();
        assertThat(second).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void every_open_session_is_either_still_out_or_its_log_out_is_missing() {
        var still = lists.page(SessionFilter.ALL.marked(Mark.STILL_OUT), SessionSort.NEWEST_FIRST, 0, 10_000, NOW);
        var missing =
                lists.page(SessionFilter.ALL.marked(Mark.LOG_OUT_MISSING), SessionSort.NEWEST_FIRST, 0, 10_000, NOW);
        assertThat(still).allMatch(line -> line.mark() == Mark.STILL_OUT);
        assertThat(missing).allMatch(line -> line.mark() == Mark.LOG_OUT_MISSING);
        assertThat(still.size() + missing.size())
                .isEqualTo(jdbc.sql("select count(*) from driver_session where log_out_at is null and not discarded")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_text_finds_part_of_a_name_and_takes_no_wild_card() {
        var named = new SessionFilter(null, null, null, null, null, null, null, "van 14");
        assertThat(lists.page(named, SessionSort.NEWEST_FIRST, 0, 20, NOW))
                .hasSize(20)
                .allMatch(line -> "Van 14".equals(line.vehicle()));
        var percent = new SessionFilter(null, null, null, null, null, null, null, "%");
        assertThat(lists.totals(percent, NOW).sessions()).isZero();
    }

    @Test
    void an_ontime_id_finds_its_session() {
        var line = lists.page(SessionFilter.ALL, SessionSort.NEWEST_FIRST, 7, 1, NOW)
                .getFirst();
        var byId = new SessionFilter(null, null, null, null, null, null, null, "{" + line.ontimeId() + "}");
        assertThat(lists.page(byId, SessionSort.NEWEST_FIRST, 0, 10, NOW)).containsExactly(line);
    }

    @Test
    void a_whole_list_is_streamed_in_its_order() {
        var week = SessionFilter.ALL.between(NOW.minus(Duration.ofDays(7)), NOW);
        var streamed = new java.util.ArrayList<SessionLine>();
        lists.each(week, SessionSort.NEWEST_FIRST, NOW, streamed::add);
        assertThat(streamed).hasSize(lists.totals(week, NOW).sessions());
        assertThat(streamed.subList(0, 50)).isEqualTo(lists.page(week, SessionSort.NEWEST_FIRST, 0, 50, NOW));
    }

    @Test
    void the_views_are_counted_by_indexes() {
        long began = System.nanoTime();
        var views = lists.views(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), NOW);
        System.out.println(
                "views: " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        assertThat(views.yesterday()).isBetween(200, 210);
        var out = Conditions.of(SessionFilter.ALL.marked(Mark.STILL_OUT), NOW);
        assertThat(explain(
                        ListQuery.views(out),
                        out,
                        Map.of(
                                "yesterday", Conditions.time(NOW.minus(Duration.ofDays(2))),
                                "today", Conditions.time(NOW.minus(Duration.ofDays(1))))))
                .contains("driver_session_by_log_in", "driver_session_open")
                .doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void a_vehicles_neighbours_are_two_looks_into_its_line() {
        var line = lists.page(SessionFilter.ALL, SessionSort.NEWEST_FIRST, 500, 1, NOW)
                .getFirst();
        var plan = String.join(
                "\n",
                jdbc.sql("explain " + DetailQueries.NEIGHBOURS)
                        .param("vehicle", line.vehicleId())
                        .param("logIn", Conditions.time(NOW.minus(Duration.ofDays(9))))
                        .param("session", line.id())
                        .query(String.class)
                        .list());
        assertThat(plan).contains("driver_session_by_vehicle").doesNotContain("Seq Scan on driver_session");
    }

    @Test
    void the_gate_turns_what_waits_into_held() {
        var owner = MillionSessions.DATABASE.sql();
        var waiting = new SessionFilter(null, null, null, null, null, SentState.WAITING, null, "");
        var held = new SessionFilter(null, null, null, null, null, SentState.HELD, null, "");
        int count = lists.totals(waiting, NOW).sessions();
        owner.sql("""
                        update ontime_gate set closed_why = 'KEY_REFUSED', closed_words = 'no', closed_by = 'SENDING',
                            closed_at = now(), probe_at = now()
                        """).update();
        try {
            assertThat(lists.totals(waiting, NOW).sessions()).isZero();
            assertThat(lists.totals(held, NOW).sessions()).isEqualTo(count).isPositive();
            assertThat(lists.page(held, SessionSort.NEWEST_FIRST, 0, 5, NOW))
                    .allMatch(line -> line.sent() == SentState.HELD);
        } finally {
            owner.sql("""
                            update ontime_gate set closed_why = null, closed_words = null, closed_by = null,
                                closed_at = null, probe_at = null
                            """).update();
        }
    }

    private String explain(String sql, Conditions conditions, Map<String, Object> more) {
        List<String> plan = jdbc.sql("explain " + sql)
                .params(conditions.parameters())
                .params(more)
                .query(String.class)
                .list();
        return String.join("\n", plan);
    }
}
