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
import org.sessiondesk.judge.depot.Depots;
import org.sessiondesk.judge.fleet.Fleets;
import org.sessiondesk.site.Site.DistanceUnit;

/**
 * The judge on fleets whose mistakes are known: the same ones each time, and others at each run. {@code -Djudged.seed=}
 * repeats a run.
 */
class JudgedTest {

    private static final String FIXED = "fixed fleets";
    private static final String FRESH = "fresh fleets";
    private static final String FIXED_KM = "fixed fleets, km";
    private static final String FRESH_KM = "fresh fleets, km";
    private static final String DEPOTS = "fixed depots";
    private static final String FRESH_DEPOTS = "fresh depots";
    private static final int FLEETS = 30;

    private static final Map<String, Score> JUDGED = new LinkedHashMap<>();
    private static final Map<String, Score> CLEAN = new LinkedHashMap<>();
    private static final String PLAIN = "fixed fleets, plain judge";

    @BeforeAll
    static void judge() throws IOException {
        long fresh = Long.getLong("judged.seed", new SecureRandom().nextLong(1_000_000_000));
        Made miles = made(DistanceUnit.MI);
        Made kilometres = made(DistanceUnit.KM);
        Made depots = (seed, mistakes) -> mistakes ? Depots.withMistakes(seed) : Depots.clean(seed);
        score(FIXED, 1_000, FLEETS, miles, JudgedTest::judged);
        score(FRESH, fresh, FLEETS, miles, JudgedTest::judged);
        score(FIXED_KM, 1_000, FLEETS, kilometres, JudgedTest::judged);
        score(FRESH_KM, fresh, FLEETS, kilometres, JudgedTest::judged);
        score(DEPOTS, 1_000, FLEETS / 2, depots, JudgedTest::judged);
        score(FRESH_DEPOTS, fresh, FLEETS / 2, depots, JudgedTest::judged);
        score(PLAIN, 1_000, FLEETS, miles, ReferenceJudge::findings);
        String report = "# The judge on made-up fleets\n\n%d fleets each; fresh ones from seed %d on.\n\n"
                        .formatted(FLEETS, fresh)
                + ScoreTable.of(JUDGED, CLEAN);
        System.out.println(report);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/judged.md"), report);
    }

    private static List<Finding> judged(Fleet fleet) {
        var limits = SiteLimits.of(fleet.zone(), fleet.unit());
        return new WholeFleet(limits, fleet.now(), fleet.sessions(), fleet.newOdometers())
                .findings().values().stream().flatMap(List::stream).toList();
    }

    private interface Made {
        Fleet fleet(long seed, boolean mistakes);
    }

    private static Made made(DistanceUnit unit) {
        return (seed, mistakes) -> mistakes ? Fleets.withMistakes(seed, unit) : Fleets.clean(seed, unit);
    }

    private static void score(String name, long seed, int fleets, Made made, Function<Fleet, List<Finding>> judge) {
        var judged = new Score();
        var clean = new Score();
        LongStream.range(seed, seed + fleets).forEach(each -> {
            var fleet = made.fleet(each, true);
            judged.add(fleet, judge.apply(fleet));
            var honest = made.fleet(each, false);
            clean.add(honest, judge.apply(honest));
        });
        JUDGED.put(name, judged);
        CLEAN.put(name, clean);
    }

    /** On fresh fleets chance may take three standard errors, so that a judge that is good enough hardly ever fails. */
    private static void reaches(double aim, String fleets, Share share) {
        double chance = fleets.startsWith("fresh") ? 3 * Math.sqrt(aim * (1 - aim) / share.all()) : 0;
        assertThat(share.value()).isGreaterThanOrEqualTo(aim - chance);
    }

    private static Score of(String name) {
        return JUDGED.getOrDefault(name, new Score());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
    void of_100_findings_97_are_on_a_session_with_a_mistake(String fleets) {
        reaches(0.97, fleets, of(fleets).precision());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
    void of_100_mistakes_that_leave_a_trace_97_are_found(String fleets) {
        reaches(0.97, fleets, of(fleets).recall());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
    void of_100_slips_that_keep_the_last_digit_95_are_put_right_at_first(String fleets) {
        reaches(0.95, fleets, of(fleets).tellableSlips());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
    void of_100_readings_with_a_true_one_close_by_95_are_told_within_2(String fleets) {
        reaches(0.95, fleets, of(fleets).withinTwo());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
    void of_100_end_mileages_never_written_95_are_told_within_2(String fleets) {
        reaches(0.95, fleets, of(fleets).unwrittenWithinTwo());
    }

    @ParameterizedTest
    @ValueSource(strings = {FIXED, FRESH, FIXED_KM, FRESH_KM, DEPOTS, FRESH_DEPOTS})
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
