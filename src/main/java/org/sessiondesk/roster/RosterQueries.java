package org.sessiondesk.roster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up and searches the roster. */
@Component
class RosterQueries {

    static final String SEARCH_DRIVERS = """
            select ontime_id, name, is_driver
              from driver
             where name ilike :pattern
             order by sort_name, ontime_id
            offset :offset limit :limit
            """;

    static final String SEARCH_VEHICLES = """
            select ontime_id, name, fleet_id, registration_plate, company
              from vehicle
             where name ilike :pattern or registration_plate ilike :pattern
             order by sort_name, ontime_id
            offset :offset limit :limit
            """;

    private static final RowMapper<Driver> DRIVER = (row, index) ->
            new Driver(row.getObject("ontime_id", UUID.class), row.getString("name"), row.getBoolean("is_driver"));

    private static final RowMapper<Vehicle> VEHICLE = (row, index) -> new Vehicle(
            row.getObject("ontime_id", UUID.class),
            row.getString("name"),
            row.getString("fleet_id"),
            row.getString("registration_plate"),
            row.getBoolean("company"));

    private final JdbcClient database;

    RosterQueries(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, Driver> drivers(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Driver>();
        if (!ids.isEmpty()) {
            database.sql("select ontime_id, name, is_driver from driver where ontime_id = any(:ids)")
                    .param("ids", distinct(ids))
                    .query(DRIVER)
                    .list()
                    .forEach(driver -> found.put(driver.ontimeId(), driver));
        }
        return found;
    }

    Map<UUID, String> records(String sql, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, String>();
        if (!ids.isEmpty()) {
            database.sql(sql).param("ids", distinct(ids)).query(row -> {
                found.put(row.getObject("ontime_id", UUID.class), row.getString("record"));
            });
        }
        return found;
    }

    Map<UUID, Vehicle> vehicles(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Vehicle>();
        if (!ids.isEmpty()) {
            database.sql("""
                            select ontime_id, name, fleet_id, registration_plate, company
                              from vehicle
                             where ontime_id = any(:ids)
                            """)
                    .param("ids", distinct(ids))
                    .query(VEHICLE)
                    .list()
                    .forEach(vehicle -> found.put(vehicle.ontimeId(), vehicle));
        }
        return found;
    }

    List<Driver> searchDrivers(String text, int offset, int limit) {
        return database.sql(SEARCH_DRIVERS)
                .param("pattern", containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(DRIVER)
                .list();
    }

    List<Vehicle> searchVehicles(String text, int offset, int limit) {
        return database.sql(SEARCH_VEHICLES)
                .param("pattern", containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(VEHICLE)
                .list();
    }

    /** A pattern that contains what was typed, its wildcards taken literally. */
    static String containing(String text) {
        return "%" + Names.clean(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static UUID[] distinct(Collection<UUID> ids) {
        return Set.copyOf(ids).toArray(UUID[]::new);
    }
}
