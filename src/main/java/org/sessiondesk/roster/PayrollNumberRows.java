package org.sessiondesk.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.roster.PayrollNumbers.NumberCounts;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payroll numbers in PostgreSQL. */
@Repository
class PayrollNumberRows {

    /** Somebody has a number whatever OnTime calls them. */
    private static final String LISTED = """
              from driver d
              left join payroll_number n on n.driver_id = d.ontime_id
             where (d.is_driver or n.driver_id is not null)
               and (d.name ilike :pattern or n.number ilike :pattern)
            """;

    private static final String PAGE = """
            select d.ontime_id, d.name, d.is_driver, n.number
            """ + LISTED + """
             order by d.sort_name, d.ontime_id
            offset :offset limit :limit
            """;

    private static final String COUNTS = """
            select count(*) as drivers, count(*) filter (where n.driver_id is null) as without
            """ + LISTED;

    private static final RowMapper<Driver> DRIVER = (row, _) ->
            new Driver(row.getObject("ontime_id", UUID.class), row.getString("name"), row.getBoolean("is_driver"));

    private final JdbcClient database;

    PayrollNumberRows(JdbcClient database) {
        this.database = database;
    }

    List<NumberedDriver> page(String text, int offset, int limit) {
        return database.sql(PAGE)
                .param("pattern", RosterQueries.containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new NumberedDriver(DRIVER.mapRow(row, n), row.getString("number")))
                .list();
    }

    NumberCounts counts(String text) {
        return database.sql(COUNTS)
                .param("pattern", RosterQueries.containing(text))
                .query((row, _) -> new NumberCounts(row.getInt("drivers"), row.getInt("without")))
                .single();
    }

    Map<UUID, String> of(Collection<UUID> drivers) {
        var numbers = new HashMap<UUID, String>();
        if (!drivers.isEmpty()) {
            database.sql("select driver_id, number from payroll_number where driver_id = any(:drivers)")
                    .param("drivers", drivers.toArray(UUID[]::new))
                    .query(row -> {
                        numbers.put(row.getObject("driver_id", UUID.class), row.getString("number"));
                    });
        }
        return numbers;
    }

    List<Driver> othersWith(String number, UUID than) {
        return database.sql("""
                        select d.ontime_id, d.name, d.is_driver
                          from payroll_number n join driver d on d.ontime_id = n.driver_id
                         where n.number = :number and n.driver_id <> :than
                         order by d.sort_name, d.ontime_id
                        """)
                .param("number", number)
                .param("than", than)
                .query(DRIVER)
                .list();
    }

    /** Drivers by what their names sort as. */
    Map<String, List<Driver>> bySortName(Collection<String> names) {
        var found = new HashMap<String, List<Driver>>();
        if (!names.isEmpty()) {
            database.sql("""
                            select ontime_id, name, is_driver, sort_name
                              from driver where sort_name = any(:names)
                             order by sort_name, ontime_id
                            """)
                    .param("names", names.toArray(String[]::new))
                    .query((row, n) -> found.computeIfAbsent(row.getString("sort_name"), _ -> new ArrayList<>())
                            .add(DRIVER.mapRow(row, n)))
                    .list();
        }
        return found;
    }

    /** A driver's number, which nobody else changes until the end of the transaction; null for none. */
    @Nullable
    String held(UUID driver) {
        return database.sql("select number from payroll_number where driver_id = :driver for update")
                .param("driver", driver)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void put(UUID driver, String number, UUID by, Instant now) {
        database.sql("""
                        insert into payroll_number (driver_id, number, set_by, set_at)
                        values (:driver, :number, :by, :now)
                        on conflict (driver_id) do update
                           set number = excluded.number, set_by = excluded.set_by, set_at = excluded.set_at
                        """)
                .param("driver", driver)
                .param("number", number)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID driver) {
        database.sql("delete from payroll_number where driver_id = :driver")
                .param("driver", driver)
                .update();
    }
}
