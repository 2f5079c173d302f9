package org.sessiondesk.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.judge.fleet.Fleets;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * The judge on fleets whose mistakes are known: the same ones each time, and others at each run. {@code -Djudged.seed=}
 * repeats a run.
 */
class JudgedTest {

    private static final String FIXED = "fixed fleets";
    private static final String FRESH = "fresh fleets";
    private static final int FLEETS = 30;

    private static final Map<String, Score> JUDGED = new LinkedHashMap<>();
    private static final Map<String, Score> CLEAN = new LinkedHashMap<>();
    private static final String PLAIN = "fixed fleets, plain judge";

    @BeforeAll
    static void judge() throws IOException {
        long fresh = Long.getLong("judged.seed", new SecureRandom().nextLong(1_000_000_000));
        score(FIXED, 1_000, JudgedTest::judged);
        score(FRESH, fresh, JudgedTest::judged);
        score(PLAIN, 1_000, ReferenceJudge::findings);
        String report =
                "# The judge on made-up fleets\n\n%d fleets of 60 drivers and 30 days each; fresh ones from seed %d on.\n\n"
                                .formatted(FLEETS, fresh)
                        + ScoreTable.of(JUDGED, CLEAN);
        System.out.println(report);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/judged.md"), report);
    }

    private static List<Finding> judged(Fleet fleet) {
        var limits = SiteLimits.of(fleet.zone(), DistanceUnit.MI);
        return new WholeFleet(limits, fleet.now(), fleet.sessions(), fleet.newOdometers())
                .findings().values().stream().flatMap(List::stream).toList();
    }

    private static void score(String name, long seed, Function<Fleet, List<Finding>> judge) {
        var judged = new Score();
        var clean = new Score();
        LongStream.range(seed, seed + FLEETS).forEach(each -> {
            var fleet = Fleets.withMistakes(each);
            judged.add(fleet, judge.apply(fleet));
            var honest = Fleets.clean(each);
            clean.add(honest, judge.apply(honest));
        });
        JUDGED.put(name, judged);
        CLEAN.put(name, clean);
    }

    /** On fresh fleets chance may take three standard errors, so that a judge that is good enough hardly ever fails. */
    private static void reaches(double aim, String fleets, Share share) {
        double chance = fleets.equals(FRESH) ? 3 * Math.sqrt(aim * (1 - aim) / share.all()) : 0;
        assertThat(share.value()).isGreaterThanOrEqualTo(aim - chance);
    }

    private static Score of(String name) {
        return JUDGED.getOrDefault(name, new Score());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void of_100_findings_97_are_on_a_session_with_a_mistake(String fleets) {
        reaches(0.97, fleets, of(fleets).precision());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void of_100_mistakes_that_leave_a_trace_97_are_found(String fleets) {
        reaches(0.97, fleets, of(fleets).recall());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void of_100_slips_that_keep_the_last_digit_95_are_put_right_at_first(String fleets) {
        reaches(0.95, fleets, of(fleets).tellableSlips());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void of_100_readings_with_a_true_one_close_by_95_are_told_within_2_miles(String fleets) {
        reaches(0.95, fleets, of(fleets).withinTwo());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void of_100_end_mileages_never_written_95_are_told_within_2_miles(String fleets) {
        reaches(0.95, fleets, of(fleets).unwrittenWithinTwo());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH})
    void in_1000_sessions_without_a_mistake_there_is_at_most_one_finding(String fleets) {
        assertThat(CLEAN.getOrDefault(fleets, new Score()).falseInThousand()).isLessThanOrEqualTo(1);
    }

    /** Else the fleets would be too easy, or impossible. */
    @Test
    void a_plain_judge_finds_nearly_all_and_blames_too_many() {
        var plain = of(PLAIN);
        assertThat(plain.recall().value()).isBetween(0.95, 1.0);
        assertThat(plain.precision().value()).isBetween(0.83, 0.92);
        assertThat(plain.slips().value()).isLessThan(0.72);
        assertThat(plain.withinTwo().value()).isLessThan(0.9);
    }
}
