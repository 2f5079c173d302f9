package org.sessiondesk.daycheck;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.Severity;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worktime.DayTotals;
import org.sessiondesk.worktime.Span;

/**
 * One driver's day, or one vehicle's. Only sessions that count on this day bear upon problems, sending and state.
 *
 * @param id the driver's or the vehicle's; a session without a driver has a row of its own by its own id
 * @param name absent only for such a one
 * @param errors sessions with an error
 * @param warnings sessions with warnings only
 * @param totals what counts; as signed, where the day is
 * @param sent what of the sending needs a look first; absent if nothing was ever to be sent
 */
public record DayRow(
        UUID id,
        @Nullable String name,
        List<DayBar> bars,
        List<Span> gaps,
        List<Span> overlaps,
        DayTotals totals,
        int errors,
        int warnings,
        @Nullable SentState sent,
        RowState state,
        RowSettled settled) {

    public DayRow {
        bars = List.copyOf(bars);
        gaps = List.copyOf(gaps);
        overlaps = List.copyOf(overlaps);
    }

    /** Whether a session that counts here goes unlikely far, so that its distance isn't in the total. */
    public boolean leavesOutADistance() {
        return here(bars).anyMatch(DayBar::isUnlikelyFar);
    }

    /** The sessions that count here and their versions, as they are shown: what a person signs. */
    public Map<UUID, Long> seen() {
        return here(bars)
                .collect(Collectors.toMap(
                        bar -> bar.session().id(), bar -> bar.session().version()));
    }

    /** How many are shown and left out of totals by a person. */
    public int leftOut() {
        return (int) bars.stream().filter(bar -> bar.session().leftOut()).count();
    }

    /** How many others are shown that OnTime doesn't have any more, so that they don't count. */
    public int vanished() {
        return (int) bars.stream()
                .filter(bar -> bar.session().vanished() && !bar.session().leftOut())
                .count();
    }

    static Stream<DayBar> here(List<DayBar> bars) {
        return bars.stream().filter(bar -> bar.bar().here());
    }

    static int count(List<DayBar> bars, Severity severity) {
        return (int) here(bars).filter(bar -> bar.severity() == severity).count();
    }
}
