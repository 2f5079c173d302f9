package org.sessiondesk.roster;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roster in PostgreSQL. Writes only what differs, so that reading the same again wakes no screen. */
@Service
class StoredRoster implements Roster {

    private static final String TAKE_USER = """
            insert into driver (ontime_id, name, sort_name, is_driver, record, read_at)
            values (:id, :name, :sort, :driver, :record, :now)
            on conflict (ontime_id) do update
               set name = excluded.name, sort_name = excluded.sort_name, is_driver = excluded.is_driver,
                   record = excluded.record, read_at = excluded.read_at
             where driver.record <> excluded.record or driver.name <> excluded.name
            """;

    private static final String TAKE_VEHICLE = """
            insert into vehicle (ontime_id, name, sort_name, fleet_id, registration_plate, company, record, read_at)
            values (:id, :name, :sort, nullif(:fleet, ''), nullif(:plate, ''), :company, :record, :now)
            on conflict (ontime_id) do update
               set name = excluded.name, sort_name = excluded.sort_name, fleet_id = excluded.fleet_id,
                   registration_plate = excluded.registration_plate, company = excluded.company,
                   record = excluded.record, read_at = excluded.read_at
             where vehicle.record <> excluded.record or vehicle.name <> excluded.name
            """;

    private final JdbcClient database;
    private final RosterQueries queries;
    private final LiveNews news;
    private final InstantSource clock;

    StoredRoster(JdbcClient database, RosterQueries queries, LiveNews news, InstantSource clock) {
        this.database = database;
        this.queries = queries;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int takeUsers(List<OnTimeUser> users) {
        var touched = new ArrayList<UUID>();
        // By id, so that two readings of the same users can't wait for each other.
        for (var user :
                users.stream().sorted(Comparator.comparing(OnTimeUser::id)).toList()) {
            String name = Names.of(user);
            int rows = database.sql(TAKE_USER)
                    .param("id", user.id())
                    .param("name", name)
                    .param("sort", Names.sortable(name))
                    .param("driver", user.driver())
                    .param("record", storable(user.text()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            if (rows > 0) {
                touched.add(user.id());
            }
        }
        return told(touched);
    }

    @Override
    @Transactional
    public int takeVehicles(List<OnTimeVehicle> vehicles) {
        var touched = new ArrayList<UUID>();
        for (var vehicle : vehicles.stream()
                .sorted(Comparator.comparing(OnTimeVehicle::id))
                .toList()) {
            String name = Names.of(vehicle);
            int rows = database.sql(TAKE_VEHICLE)
                    .param("id", vehicle.id())
                    .param("name", name)
                    .param("sort", Names.sortable(name))
                    .param("fleet", Names.clean(vehicle.fleetId()))
                    .param("plate", Names.clean(vehicle.registrationPlate()))
                    .param("company", vehicle.companyVehicle())
                    .param("record", storable(vehicle.text()))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            if (rows > 0) {
                touched.add(vehicle.id());
            }
        }
        return told(touched);
    }

    @Override
    public Map<UUID, String> userRecords(Collection<UUID> ontimeIds) {
        return queries.records("select ontime_id, record from driver where ontime_id = any(:ids)", ontimeIds);
    }

    @Override
    public Map<UUID, String> vehicleRecords(Collection<UUID> ontimeIds) {
        return queries.records("select ontime_id, record from vehicle where ontime_id = any(:ids)", ontimeIds);
    }

    @Override
    public Map<UUID, Driver> drivers(Collection<UUID> ontimeIds) {
        return queries.drivers(ontimeIds);
    }

    @Override
    public Map<UUID, Vehicle> vehicles(Collection<UUID> ontimeIds) {
        return queries.vehicles(ontimeIds);
    }

    @Override
    public List<Driver> searchDrivers(String text, int offset, int limit) {
        return queries.searchDrivers(text, offset, limit);
    }

    @Override
    public List<Vehicle> searchVehicles(String text, int offset, int limit) {
        return queries.searchVehicles(text, offset, limit);
    }

    private int told(List<UUID> touched) {
        if (!touched.isEmpty()) {
            news.tell(new News(News.Topic.ROSTER, touched));
        }
        return touched.size();
    }

    /** A text column holds no U+0000. */
    private static String storable(String record) {
        return record.replace('\0', '\uFFFD');
    }
}
