package org.sessiondesk.ui.trail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.TokenNames;
import org.sessiondesk.audit.TrailEntry;
import org.sessiondesk.roster.Roster;

/** Looks up, once a page, what the drivers, vehicles and tokens in its entries are called. */
final class RosterNames {

    private final Roster roster;
    private final TokenNames tokenNames;

    RosterNames(Roster roster, TokenNames tokenNames) {
        this.roster = roster;
        this.tokenNames = tokenNames;
    }

    TrailWords.Names of(List<TrailEntry> page) {
        var drivers = roster.drivers(ids(page, "DRIVER"));
        var vehicleIds = ids(page, "VEHICLE");
        subjects(page, TrailLine.VEHICLE, vehicleIds);
        var vehicles = roster.vehicles(vehicleIds);
        var tokenIds = new HashSet<UUID>();
        subjects(page, TrailLine.TOKEN, tokenIds);
        var tokens = tokenNames.of(tokenIds);
        return new TrailWords.Names() {
            @Override
            public String driver(String ontimeId) {
                var driver = drivers.get(UUID.fromString(ontimeId));
                return driver == null ? shortened(ontimeId) : driver.name();
            }

            @Override
            public String vehicle(String ontimeId) {
                var vehicle = vehicles.get(UUID.fromString(ontimeId));
                return vehicle == null ? shortened(ontimeId) : vehicle.name();
            }

            @Override
            public String token(String id) {
                return tokens.getOrDefault(UUID.fromString(id), shortened(id));
            }
        };
    }

    private static void subjects(List<TrailEntry> page, String kind, Set<UUID> ids) {
        page.stream()
                .flatMap(entry -> entry.subjects().stream())
                .filter(subject -> subject.kind().equals(kind))
                .forEach(subject -> add(ids, subject.id()));
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private static Set<UUID> ids(List<TrailEntry> page, String field) {
        var ids = new HashSet<UUID>();
        for (var entry : page) {
            if (entry.details().get("changes") instanceof List<?> changes
                    && changes.size() <= TrailWords.MOST_CHANGES) {
                for (var change : changes) {
                    if (change instanceof Map<?, ?> map && field.equals(map.get("field"))) {
                        add(ids, map.get("before"));
                        add(ids, map.get("after"));
                    }
                }
            }
        }
        return ids;
    }

    private static void add(Set<UUID> ids, @Nullable Object id) {
        if (id != null) {
            ids.add(UUID.fromString(id.toString()));
        }
    }
}
