package org.sessiondesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.sessiondesk.SessionDesk;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sessiondesk");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("org.sessiondesk.architecture.bad");

    private final House house = new House("org.sessiondesk");
    private final House badHouse = new House("org.sessiondesk.architecture.bad");

    @Test
    void each_room_has_a_floor() {
        assertThat(house.roomsWithoutAFloor(OURS)).isEmpty();
    }

    @Test
    void imports_run_down_only() {
        assertThat(house.importsThatRunUp(OURS)).isEmpty();
        assertThat(badHouse.importsThatRunUp(BAD)).anyMatch(line -> line.contains("session.ReachesUp runs up"));
    }

    @Test
    void rooms_meet_at_their_faces() {
        assertThat(house.reachesPastAFace(OURS)).isEmpty();
        assertThat(badHouse.reachesPastAFace(BAD)).anyMatch(line -> line.contains("ui.ReachesPastAFace reaches past"));
    }

    @Test
    void screens_meet_sessions_at_the_door_for_people_only() {
        assertThat(house.screensAtOtherDoors(OURS)).isEmpty();
        assertThat(badHouse.screensAtOtherDoors(BAD)).anyMatch(line -> line.contains("ui.AtTheWrongDoor is a screen"));
    }

    @Test
    void the_rooms_keep_what_their_door_signs_say() {
        ApplicationModules.of(SessionDesk.class).verify();
    }
}
