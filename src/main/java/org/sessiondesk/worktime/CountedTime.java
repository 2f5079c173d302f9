package org.sessiondesk.worktime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of each session of one person counts, so that no moment counts twice: a driver's session before a dispatcher's,
 * then whichever began first. Each moment thereby belongs to one session and, by its rule, to one day: so days add up.
 */
final class CountedTime {

    private static final Comparator<Shift> FIRST =
            Comparator.comparing(Shift::kind).thenComparing(Shift::logIn).thenComparing(Shift::session);

    private final Map<Shift, List<Span>> pieces = new LinkedHashMap<>();

    CountedTime(Collection<Shift> shifts) {
        var taken = new ArrayList<Span>();
        for (var shift : shifts.stream().sorted(FIRST).toList()) {
            var time = shift.time();
            if (time != null) {
                var own = time.without(taken);
                pieces.put(shift, own);
                taken.addAll(own);
            }
        }
    }

    DayTotals on(WorkDay day, DayRules rules) {
        return pieces.entrySet().stream()
                .map(one -> DayTotals.of(one.getKey().kind(), counted(one.getKey(), one.getValue(), day, rules)))
                .reduce(DayTotals.NONE, DayTotals::plus);
    }

    private static Duration counted(Shift shift, List<Span> pieces, WorkDay day, DayRules rules) {
        if (rules.ruleOf(shift, day.zone()) == DayRule.SPLIT) {
            return sum(pieces.stream().map(piece -> piece.within(day.span())).toList());
        }
        return rules.dayOf(shift, day.zone()).equals(day.date()) ? sum(pieces) : Duration.ZERO;
    }

    private static Duration sum(List<Span> pieces) {
        return pieces.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
