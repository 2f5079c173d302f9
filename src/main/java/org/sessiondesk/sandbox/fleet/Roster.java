package org.sessiondesk.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The people of the site. Their names try every screen: accents, quotes, apostrophes, and one that looks like HTML. */
final class Roster {

    private static final List<String> NAMES = List.of(
            "Marco/Ruiz",
            "Hanna/Lee",
            "Camila/Diaz",
            "Jürgen/Müller",
            "Siobhán/O'Neill",
            "Thandiwe/Nkosi",
            "Zoë/van den Berg",
            "Nguyễn/Thị Hoa",
            "Bobby/<script>alert('Bobby')</script>",
            "DeShawn \"DJ\"/Brooks",
            "Łukasz/Wójcik",
            "Fatima/Al-Rashid",
            "Kenji/Tanaka",
            "Priya/Raghunathan",
            "Søren/Ångström",
            "Mia/Okafor",
            "José María/Peña",
            "Grace/Kim",
            "Ivan/Петров",
            "Aaliyah/Washington",
            "Mehmet/Çelik",
            "Ana/Gonçalves",
            "Tomás/Herrera",
            "Leilani/Kealoha",
            "Pat/D'Angelo",
            "Yusuf/Demir",
            "Ingrid/Løvås",
            "Chidi/Eze",
            "Mei/Chen",
            "Wyatt/Begay",
            "Renée/Dubois",
            "Sam/Smith & Sons",
            "Olga/Kowalczyk",
            "Andre/Baptiste",
            "Elif/Yıldız",
            "Rosa/Martinez",
            "Dana/Whitfield",
            "Noor/Haddad",
            "Carl/Jönsson",
            "Bea/Flores",
            "Theo/Papadopoulos");

    private final List<Person> drivers = new ArrayList<>();
    private final List<Person> dispatchers = new ArrayList<>();

    Roster(FleetPlan plan, Random random) {
        for (int i = 0; i < plan.drivers() + plan.dispatchers(); i++) {
            var name = NAMES.get(i % NAMES.size()).split("/", 2);
            // A fleet larger than the list has its names again, told apart as a company would.
            var last = i < NAMES.size() ? name[1] : name[1] + " " + (i / NAMES.size() + 1);
            var user = "%s.%d".formatted(name[0].replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT), i + 1);
            boolean driver = i < plan.drivers();
            (driver ? drivers : dispatchers).add(new Person(Ids.next(random), name[0], last, user, driver));
        }
    }

    List<Person> drivers() {
        return drivers;
    }

    List<Person> dispatchers() {
        return dispatchers;
    }

    List<Person> people() {
        var all = new ArrayList<>(drivers);
        all.addAll(dispatchers);
        return all;
    }
}
