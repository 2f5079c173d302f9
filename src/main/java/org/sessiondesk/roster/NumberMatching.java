package org.sessiondesk.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.roster.NumberLine.Why;

/** Says line by line whom a file means. A name is found however it is written: in either order, without its accents. */
final class NumberMatching {

    private final PayrollNumberRows rows;
    private final RosterQueries roster;
    private final Set<UUID> drivers = new HashSet<>();
    private final Map<String, UUID> numbers = new HashMap<>();

    NumberMatching(PayrollNumberRows rows, RosterQueries roster) {
        this.rows = rows;
        this.roster = roster;
    }

    List<NumberLine> of(List<FiledNumber> lines) {
        var ids = lines.stream().flatMap(line -> id(line.driver()).stream()).toList();
        var names = lines.stream()
                .flatMap(line -> spellings(line.driver()).stream())
                .distinct()
                .toList();
        var byId = roster.drivers(ids);
        var byName = rows.bySortName(names);
        var known = new HashMap<>(byId);
        byName.values().forEach(same -> same.forEach(driver -> known.put(driver.ontimeId(), driver)));
        var before = rows.of(known.keySet());
        var answers = new ArrayList<NumberLine>(lines.size());
        for (var line : lines) {
            answers.add(answer(line, meant(line.driver(), byId, byName), before));
        }
        return answers;
    }

    private NumberLine answer(FiledNumber line, List<Driver> meant, Map<UUID, String> before) {
        if (line.driver().isBlank()) {
            return bad(line, Why.NO_DRIVER_NAMED, List.of());
        }
        if (meant.size() != 1) {
            return bad(line, meant.isEmpty() ? Why.UNKNOWN : Why.AMBIGUOUS, meant);
        }
        if (line.number().isBlank()) {
            return bad(line, Why.NO_NUMBER, List.of());
        }
        var number = PayrollNumber.of(line.number()).map(PayrollNumber::value);
        if (number.isEmpty()) {
            return bad(line, Why.IMPOSSIBLE_NUMBER, List.of());
        }
        var driver = meant.getFirst();
        if (!drivers.add(driver.ontimeId())) {
            return bad(line, Why.DRIVER_TWICE, meant);
        }
        var other = numbers.putIfAbsent(number.get(), driver.ontimeId());
        if (other != null) {
            return bad(
                    line,
                    Why.NUMBER_TWICE,
                    List.copyOf(roster.drivers(List.of(other)).values()));
        }
        String has = before.get(driver.ontimeId());
        return number.get().equals(has)
                ? new NumberLine.Same(line, driver)
                : new NumberLine.Sets(line, driver, number.get(), has);
    }

    private static NumberLine bad(FiledNumber line, Why why, List<Driver> candidates) {
        return new NumberLine.Bad(line, why, List.copyOf(candidates));
    }

    private static List<Driver> meant(String said, Map<UUID, Driver> byId, Map<String, List<Driver>> byName) {
        var id = id(said);
        if (id.isPresent()) {
            return byId.containsKey(id.get()) ? List.of(byId.get(id.get())) : List.of();
        }
        return spellings(said).stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .distinct()
                .toList();
    }

    private static Optional<UUID> id(String said) {
        try {
            return said.strip().length() == 36 ? Optional.of(UUID.fromString(said.strip())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** {@code Marco Ruiz} may be {@code Ruiz, Marco}, with any of its blanks between the two. */
    private static List<String> spellings(String said) {
        String name = Names.clean(said);
        var spellings = new ArrayList<String>();
        spellings.add(Names.sortable(name));
        if (!name.contains(",")) {
            for (int blank = name.indexOf(' '); blank > 0; blank = name.indexOf(' ', blank + 1)) {
                spellings.add(Names.sortable(name.substring(blank + 1) + ", " + name.substring(0, blank)));
            }
        }
        return spellings;
    }
}
