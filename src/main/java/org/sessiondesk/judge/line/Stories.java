package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.OtherLines;
import org.sessiondesk.judge.SiteLimits;

/** Tells the story of each trouble, and keeps the last ones: all who are in a trouble, and see the same of it, share one. */
final class Stories {

    private static final int KEPT = 4;

    private final OtherLines others;
    private final SiteLimits limits;
    private final Instant now;
    private final Deque<Stretch> last = new ArrayDeque<>();

    Stories(OtherLines others, SiteLimits limits, Instant now) {
        this.others = others;
        this.limits = limits;
        this.now = now;
    }

    /** Asks other lines than this vehicle's own. */
    Strangers strangers(UUID vehicle) {
        return new Strangers(others, vehicle, Usual.yard(limits));
    }

    /** The story of the trouble that a leg is in, if any; what was asked for it is noted. */
    @Nullable
    Stretch around(Line line, int at, Strangers asking) {
        Trouble trouble = Trouble.around(line, at, limits);
        if (trouble == null) {
            return null;
        }
        Stretch stretch = of(trouble.near(line), trouble.there(), asking.vehicle());
        asking.note(stretch.asked());
        return stretch;
    }

    private Stretch of(Line near, Trouble trouble, UUID vehicle) {
        for (Stretch told : last) {
            if (told.tells(near, trouble)) {
                return told;
            }
        }
        Stretch told = new Stretch(near, trouble, limits, strangers(vehicle), now);
        last.addFirst(told);
        if (last.size() > KEPT) {
            last.removeLast();
        }
        return told;
    }
}
