package org.sessiondesk.judge.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.judge.LineSession;
import org.sessiondesk.judge.NewOdometer;
import org.sessiondesk.judge.Placed;
import org.sessiondesk.judge.VehicleWindow;
import org.sessiondesk.judge.time.Twins;
import org.sessiondesk.ontime.LogInType;

/** The legs of a window in the order in which they were driven. */
final class Line {

    private final List<Leg> legs;

    private Line(List<Leg> legs) {
        this.legs = legs;
    }

    /** Without second copies of a session, and without those that say they haven't begun. */
    static Line of(VehicleWindow window, Instant now) {
        List<Leg> legs = new ArrayList<>();
        boolean unread = false;
        for (int i = 0; i < window.sessions().size(); i++) {
            LineSession session = window.sessions().get(i).session();
            if (!counts(session, now) || Twins.isSecond(window.sessions(), i, Placed::session)) {
                continue;
            }
            Leg leg = leg(session, unread);
            if (leg == null) {
                unread = true;
            } else {
                legs.add(leg);
                unread = false;
            }
        }
        order(legs);
        for (NewOdometer act : window.newOdometers()) {
            breakAt(legs, act.at().getEpochSecond());
        }
        return new Line(legs);
    }

    /** Whether a session has a place in a line of readings. */
    static boolean counts(LineSession session, Instant now) {
        Instant logIn = session.values().logIn();
        return session.values().type() != LogInType.DISPATCHER && logIn != null && !logIn.isAfter(now.plusSeconds(300));
    }

    /** Not recorded is absent or 0; known to be unknown is as good as absent. */
    static @Nullable Integer recorded(@Nullable Integer reading, boolean notKnown) {
        return reading == null || reading <= 0 || notKnown ? null : reading;
    }

    private static @Nullable Leg leg(LineSession session, boolean unread) {
        Integer start = recorded(session.values().startMileage(), session.startNotKnown());
        Integer end = recorded(session.values().endMileage(), session.endNotKnown());
        if (start == null && end == null) {
            return null;
        }
        long in = Objects.requireNonNull(session.values().logIn()).getEpochSecond();
        Instant logOut = session.values().logOut();
        long out = logOut == null || logOut.getEpochSecond() < in ? Leg.OPEN : logOut.getEpochSecond();
        return new Leg(session, start, end, in, out, unread, false, false);
    }

    /** Of two sessions whose times cross, the one with the lower readings came first, whatever its log-in says. */
    private static void order(List<Leg> legs) {
        for (int i = 0; i + 1 < legs.size(); i++) {
            Leg one = legs.get(i);
            Leg other = legs.get(i + 1);
            boolean unsure = one.out() == Leg.OPEN || other.out() == Leg.OPEN || one.out() > other.in();
            Integer start = one.start();
            Integer end = one.end();
            Integer otherStart = other.start();
            Integer otherEnd = other.end();
            if (unsure
                    && start != null
                    && end != null
                    && otherStart != null
                    && otherEnd != null
                    && otherEnd <= start
                    && start - otherEnd < 1_000
                    && otherStart <= otherEnd
                    && start <= end
                    && fitsBefore(legs, i, otherStart)) {
                legs.set(i, other.with(one.unread(), false));
                legs.set(i + 1, one.with(other.unread(), false));
            }
        }
    }

    private static boolean fitsBefore(List<Leg> legs, int i, int start) {
        Integer before = i == 0 ? null : legs.get(i - 1).outer(false);
        return before == null || before <= start;
    }

    private static void breakAt(List<Leg> legs, long at) {
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (leg.in() >= at) {
                if (i > 0) {
                    legs.set(i, leg.with(leg.unread(), true));
                }
                return;
            }
            Integer start = leg.start();
            Integer end = leg.end();
            if (leg.out() > at && start != null && end != null && end < start) {
                legs.set(
                        i,
                        new Leg(
                                leg.session(),
                                start,
                                end,
                                leg.in(),
                                leg.out(),
                                leg.unread(),
                                leg.breaksBefore(),
                                true));
                return;
            }
        }
    }

    /** Without legs that are other vehicles'. */
    Line without(Set<UUID> strangers) {
        List<Leg> own = new ArrayList<>();
        boolean breaks = false;
        for (Leg leg : legs) {
            breaks |= leg.breaksBefore();
            if (!strangers.contains(leg.id())) {
                own.add(leg.with(leg.unread(), breaks));
                breaks = false;
            }
        }
        return new Line(own);
    }

    /** Some legs that follow each other. */
    Line part(int from, int until) {
        return new Line(List.copyOf(legs.subList(from, until)));
    }

    int size() {
        return legs.size();
    }

    Leg leg(int i) {
        return legs.get(i);
    }

    List<Leg> legs() {
        return legs;
    }

    /** Where a session's leg is, or -1. */
    int indexOf(UUID session) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).id().equals(session)) {
                return i;
            }
        }
        return -1;
    }

    /** The reading before a leg's start or the one after its end, if it is in the leg right beside it. */
    @Nullable
    Integer beside(int i, boolean before) {
        if (before) {
            return i == 0 || legs.get(i).breaksBefore() ? null : legs.get(i - 1).outer(false);
        }
        return i + 1 >= legs.size() || legs.get(i + 1).breaksBefore()
                ? null
                : legs.get(i + 1).outer(true);
    }

    /** The end so many legs before a start, or the start so many legs after an end. */
    @Nullable
    Integer facing(int i, boolean before, int legsAway) {
        int other = before ? i - legsAway : i + legsAway;
        if (other < 0 || other >= legs.size()) {
            return null;
        }
        for (int leg = Math.min(i, other) + 1; leg <= Math.max(i, other); leg++) {
            if (legs.get(leg).breaksBefore() || legs.get(leg).unread()) {
                return null;
            }
        }
        return legs.get(other).reading(!before);
    }

    /** The start of the leg right before. */
    @Nullable
    Integer startBefore(int i) {
        Leg leg = legs.get(i);
        return i == 0 || leg.breaksBefore() || leg.unread()
                ? null
                : legs.get(i - 1).start();
    }

    /** When a leg was over: at its log-out, else no later than the next leg's log-in. */
    long over(int i) {
        long out = legs.get(i).out();
        if (out != Leg.OPEN) {
            return out;
        }
        return i + 1 < legs.size() ? legs.get(i + 1).in() : Long.MAX_VALUE;
    }
}
