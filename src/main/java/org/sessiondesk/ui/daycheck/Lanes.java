package org.sessiondesk.ui.daycheck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sessiondesk.daycheck.DayBar;
import org.sessiondesk.ui.daycheck.DayDrawing.Bar;
import org.sessiondesk.worktime.WorkDay;

/** Where bars lie on the day's axis, and in which lane: none covers another. */
final class Lanes {

    private static final double PERCENT = 100;

    /** Nothing narrower can be hit. */
    private static final double NARROWEST = 3.5;

    private final WorkDay day;
    private final BarWords words;
    private final DayUrl url;

    Lanes(WorkDay day, BarWords words, DayUrl url) {
        this.day = day;
        this.words = words;
        this.url = url.on(day.date());
    }

    double percent(Instant at) {
        return day.position(at) * PERCENT;
    }

    List<Bar> bars(List<DayBar> bars) {
        var ends = new ArrayList<Double>();
        var laid = new ArrayList<Bar>();
        for (var bar : bars) {
            double width = Math.max(percent(bar.bar().to()) - percent(bar.bar().from()), NARROWEST);
            double at = Math.min(percent(bar.bar().from()), PERCENT - width);
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > at) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(at + width);
            } else {
                ends.set(lane, at + width);
            }
            laid.add(bar(bar, lane, at, width));
        }
        return laid;
    }

    private Bar bar(DayBar bar, int lane, double at, double width) {
        return new Bar(
                bar.session().id().toString(),
                url.open(bar.session().id()).href(),
                lane,
                at,
                width,
                BarWords.sign(bar),
                words.shown(bar),
                words.says(bar),
                words.before(bar),
                words.after(bar),
                BarWords.kind(bar));
    }
}
