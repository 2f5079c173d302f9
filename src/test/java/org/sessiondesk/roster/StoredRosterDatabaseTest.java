package org.sessiondesk.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredRosterDatabaseTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().app());
    private final Told told = new Told();
    private final Roster roster = new StoredRoster(database, new RosterQueries(database), told, InstantSource.system());

    @Test
    void a_driver_is_found_by_any_part_of_the_name_in_any_case() {
        var ruiz = user("Marco", "Ruiz");
        roster.takeUsers(List.of(ruiz, user("Li", "Chen")));

        assertThat(roster.searchDrivers("rUI", 0, 10))
                .extracting(Driver::ontimeId)
                .containsExactly(ruiz.id());
        assertThat(roster.searchDrivers("", 0, 10)).extracting(Driver::name).containsExactly("Chen, Li", "Ruiz, Marco");
    }

    @Test
    void a_wildcard_typed_is_a_character_like_others() {
        roster.takeUsers(List.of(user("Marco", "Ruiz")));

        assertThat(roster.searchDrivers("%", 0, 10)).isEmpty();
        assertThat(roster.searchDrivers("R_iz", 0, 10)).isEmpty();
        assertThat(roster.searchDrivers("\\", 0, 10)).isEmpty();
    }

    @Test
    void vehicles_stand_in_the_order_of_their_numbers_and_are_found_by_plate_too() {
        roster.takeVehicles(
                List.of(vehicle("Van 14", "7ABC123"), vehicle("Van 2", "8XYZ999"), vehicle(null, "5OWN111")));

        assertThat(roster.searchVehicles("van", 0, 10))
                .extracting(Vehicle::name)
                .containsExactly("Van 2", "Van 14");
        assertThat(roster.searchVehicles("xyz9", 0, 10))
                .extracting(Vehicle::name)
                .containsExactly("Van 2");
        assertThat(roster.searchVehicles("5own", 0, 10))
                .extracting(Vehicle::name)
                .containsExactly("5OWN111");
    }

    @Test
    void a_name_that_ontime_lacks_is_the_beginning_of_the_id() {
        var nobody = user("", "");
        roster.takeUsers(List.of(nobody));

        assertThat(roster.drivers(List.of(nobody.id(), UUID.randomUUID())).values())
                .extracting(Driver::name)
                .containsExactly(nobody.id().toString().substring(0, 8));
    }

    @Test
    void reading_the_same_again_writes_and_tells_nothing() {
        var ruiz = user("Marco", "Ruiz");
        assertThat(roster.takeUsers(List.of(ruiz))).isEqualTo(1);
        told.news.clear();

        assertThat(roster.takeUsers(List.of(ruiz))).isZero();
        assertThat(told.news).isEmpty();
    }

    @Test
    void what_no_column_can_hold_is_kept_without_it() {
        var odd = user("Mar\0co", "Ru\niz");
        roster.takeUsers(List.of(odd));

        assertThat(roster.drivers(List.of(odd.id())).values())
                .extracting(Driver::name)
                .containsExactly("Ru iz, Mar co");
    }

    private static OnTimeUser user(String first, String last) {
        return new OnTimeUser(UUID.randomUUID(), first, last, "", true, "{\"FirstName\":\"" + first + "\"}");
    }

    private static OnTimeVehicle vehicle(@org.jspecify.annotations.Nullable String fleetId, String plate) {
        return new OnTimeVehicle(UUID.randomUUID(), fleetId, plate, null, null, null, null, true, "{}");
    }

    /** Hears what would be told. */
    private static final class Told implements LiveNews {

        private final List<News> news = new ArrayList<>();

        @Override
        public void tell(News told) {
            news.add(told);
        }

        @Override
        public void mention(News mentioned) {
            news.add(mentioned);
        }

        @Override
        public Subscription listen(Consumer<News> listener) {
            return () -> {};
        }
    }
}
