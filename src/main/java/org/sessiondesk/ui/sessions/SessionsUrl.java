package org.sessiondesk.ui.sessions;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionSort;

/**
 * What the list shows, as the address says it: {@code ?period=yesterday&mark=log-out-missing&sort=-driver}. What is as
 * usual is left out.
 */
record SessionsUrl(
        Period period,
        @Nullable UUID driver,
        @Nullable UUID vehicle,
        @Nullable LogInType type,
        @Nullable SentState delivery,
        @Nullable Mark mark,
        @Nullable FindingFilter finding,
        String q,
        SessionSort sort) {

    static final SessionsUrl USUAL =
            new SessionsUrl(Period.ANY, null, null, null, null, null, null, "", SessionSort.NEWEST_FIRST);

    /**
     * An address as read.
     *
     * @param dropped the keys whose values meant nothing
     */
    record Parsed(SessionsUrl url, List<String> dropped) {}

    SessionsUrl {
        q = q.strip();
    }

    static Parsed parse(QueryParameters query) {
        var keys = new Keys(query);
        var from = keys.read("from", LocalDate::parse);
        var to = keys.read("to", LocalDate::parse);
        var preset = keys.read("period", text -> word(SessionsUrl::preset, text));
        var url = new SessionsUrl(
                preset != null ? Period.of(preset) : Period.between(from, to),
                keys.read("driver", UUID::fromString),
                keys.read("vehicle", UUID::fromString),
                keys.read("type", text -> word(LogInType::valueOf, text)),
                keys.read("delivery", text -> word(SentState::valueOf, text)),
                keys.read("mark", text -> word(Mark::valueOf, text)),
                keys.read("finding", SessionsUrl::finding),
                Optional.ofNullable(keys.read("q", Function.identity())).orElse(""),
                Optional.ofNullable(keys.read("sort", SessionsUrl::sort)).orElse(SessionSort.NEWEST_FIRST));
        return new Parsed(url, keys.dropped);
    }

    QueryParameters format() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (period.preset() != Period.Preset.DATES && period.preset() != Period.Preset.ANY) {
            keys.put("period", word(period.preset()));
        }
        put(keys, "from", period.from());
        put(keys, "to", period.to());
        put(keys, "driver", driver);
        put(keys, "vehicle", vehicle);
        put(keys, "type", type == null ? null : word(type));
        put(keys, "delivery", delivery == null ? null : word(delivery));
        put(keys, "mark", mark == null ? null : word(mark));
        put(keys, "finding", finding == null ? null : word(finding));
        put(keys, "q", q.isEmpty() ? null : q);
        if (!sort.equals(SessionSort.NEWEST_FIRST)) {
            keys.put("sort", (sort.ascending() ? "" : "-") + word(sort.key()));
        }
        return QueryParameters.simple(keys);
    }

    /** The filter that this means on a day. */
    SessionFilter filter(LocalDate today, ZoneId zone) {
        return period.apply(
                new SessionFilter(null, null, driver, vehicle, type, delivery, mark, finding, q), today, zone);
    }

    /** Whether anything is left out of the list. */
    boolean narrowed() {
        return !equals(USUAL.sorted(sort));
    }

    /** Whether it is a list of problems that are open or put aside. */
    boolean ofProblems() {
        return finding != null && (finding.ofOpen() || finding.equals(FindingFilter.PUT_ASIDE));
    }

    SessionsUrl in(Period newPeriod) {
        return new SessionsUrl(newPeriod, driver, vehicle, type, delivery, mark, finding, q, sort);
    }

    SessionsUrl ofDriver(@Nullable UUID newDriver) {
        return new SessionsUrl(period, newDriver, vehicle, type, delivery, mark, finding, q, sort);
    }

    SessionsUrl ofVehicle(@Nullable UUID newVehicle) {
        return new SessionsUrl(period, driver, newVehicle, type, delivery, mark, finding, q, sort);
    }

    SessionsUrl sent(@Nullable SentState newState) {
        return new SessionsUrl(period, driver, vehicle, type, newState, mark, finding, q, sort);
    }

    SessionsUrl marked(@Nullable Mark newMark) {
        return new SessionsUrl(period, driver, vehicle, type, delivery, newMark, finding, q, sort);
    }

    SessionsUrl finding(@Nullable FindingFilter newFinding) {
        return new SessionsUrl(period, driver, vehicle, type, delivery, mark, newFinding, q, sort);
    }

    SessionsUrl searching(String text) {
        return new SessionsUrl(period, driver, vehicle, type, delivery, mark, finding, text, sort);
    }

    SessionsUrl sorted(SessionSort newSort) {
        return new SessionsUrl(period, driver, vehicle, type, delivery, mark, finding, q, newSort);
    }

    private static FindingFilter finding(String text) {
        return Stream.of(FindingFilter.Which.values())
                .filter(which ->
                        which != FindingFilter.Which.RULE && word(which).equals(text))
                .findFirst()
                .map(which -> new FindingFilter(which, null))
                .orElseGet(() -> FindingFilter.of(word(Rule::valueOf, text)));
    }

    private static String word(FindingFilter finding) {
        return word(finding.rule() == null ? finding.which() : finding.rule());
    }

    private static Period.Preset preset(String name) {
        var preset = Period.Preset.valueOf(name);
        if (preset == Period.Preset.DATES) {
            throw new IllegalArgumentException("dates are said, not named");
        }
        return preset;
    }

    private static SessionSort sort(String text) {
        boolean descending = text.startsWith("-");
        return new SessionSort(word(SessionSort.Key::valueOf, descending ? text.substring(1) : text), !descending);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> T word(Function<String, T> valueOf, String text) {
        return valueOf.apply(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void put(Map<String, String> keys, String key, @Nullable Object value) {
        if (value != null) {
            keys.put(key, value.toString());
        }
    }

    /** Reads one key after the other and remembers which meant nothing. */
    private static final class Keys {

        private final QueryParameters query;
        private final List<String> dropped = new ArrayList<>();

        private Keys(QueryParameters query) {
            this.query = query;
        }

        private <T> @Nullable T read(String key, Function<String, T> reader) {
            var text = query.getSingleParameter(key).filter(value -> !value.isBlank());
            if (text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text.get());
            } catch (RuntimeException _) {
                dropped.add(key);
                return null;
            }
        }
    }
}
