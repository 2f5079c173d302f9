package org.sessiondesk.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of a table. What isn't known is never a number. */
public sealed interface Cell {

    /** Nothing, because there is nothing to say. */
    Cell EMPTY = new Text("");

    /** Words. */
    record Text(String text) implements Cell {}

    /**
     * What somebody or something is called.
     *
     * @param id short, for paper that has no letters for the name
     */
    record Name(String text, String id) implements Cell {}

    /** A day of the site. */
    record Day(LocalDate day) implements Cell {}

    /** A moment, shown at the site. */
    record Moment(Instant at) implements Cell {}

    /** How long something took. No spreadsheet shows one that is less than nothing: a difference is a number of hours. */
    record Time(Duration length) implements Cell {

        public Time {
            if (length.isNegative()) {
                throw new IllegalArgumentException("No time is less than none: " + length);
            }
        }
    }

    /** A count or a measure, with as many decimals as it has. */
    record Number(BigDecimal value) implements Cell {}

    /** What nobody recorded: words where people read, nothing where programs do. */
    record NotRecorded(String words) implements Cell {}

    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    /** Whoever has no name is called by the beginning of their ID. */
    static Cell named(@Nullable String name, @Nullable UUID id) {
        if (id == null) {
            return of(name);
        }
        String brief = id.toString().substring(0, 8);
        return name == null || name.isEmpty() ? new Text(brief) : new Name(name, brief);
    }

    static Cell of(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }

    static Cell of(@Nullable Instant at) {
        return at == null ? EMPTY : new Moment(at);
    }

    static Cell of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Cell of(BigDecimal number) {
        return new Number(number);
    }

    static Cell of(Duration length) {
        return new Time(length);
    }
}
