package org.sessiondesk.judge.depot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.sessiondesk.judge.Fleet;
import org.sessiondesk.judge.Mistake;
import org.sessiondesk.judge.Mistake.Kind;
import org.sessiondesk.site.Site.DistanceUnit;

/** Fleets of another kind: depots, of which every other one counts kilometres. */
public final class Depots {

    private static final List<String> ZONES =
            List.of("America/Denver", "Europe/Dublin", "America/New_York", "Australia/Adelaide", "Europe/Athens");

    /** Weeks with a night on which clocks change, somewhere, and two without. */
    private static final List<LocalDate> FIRST_DAYS = List.of(
            LocalDate.of(2026, 3, 2), LocalDate.of(2025, 10, 13), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 1, 5));

    private Depots() {}

    public static Fleet withMistakes(long seed) {
        return make(seed, true);
    }

    public static Fleet clean(long seed) {
        return make(seed, false);
    }

    private static Fleet make(long seed, boolean mistakes) {
        var random = new Random(seed * 7_919 + 17);
        var unit = seed % 2 == 0 ? DistanceUnit.MI : DistanceUnit.KM;
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var first = FIRST_DAYS.get(random.nextInt(FIRST_DAYS.size()));
        var now = first.plusDays(27).atTime(11, random.nextInt(60)).atZone(zone).toInstant();
        var driven = Depot.month(random, zone, first, unit == DistanceUnit.KM ? 1.609 : 1);
        var book = new Book(driven.trips(), now, unit);
        List<Mistake> made = mistakes ? plant(book, random, zone) : List.of();
        var sessions = new ArrayList<>(book.records().values());
        Collections.shuffle(sessions, random);
        return new Fleet(
                seed,
                zone,
                unit,
                now,
                sessions,
                driven.replaced().stream().filter(act -> !act.at().isAfter(now)).toList(),
                made);
    }

    private static List<Mistake> plant(Book book, Random random, ZoneId zone) {
        double share = 0.045 + random.nextDouble() * 0.03;
        var slips = new Blunders(book, random, zone);
        int wanted = (int) (book.trips().size() * share);
        for (int i = 0; i < wanted * 40 && slips.made().size() < wanted; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            slips.make(kind, book.trips().get(random.nextInt(book.trips().size())));
        }
        var evidence = new Evidence(book);
        return slips.made().stream().map(evidence::of).toList();
    }
}
