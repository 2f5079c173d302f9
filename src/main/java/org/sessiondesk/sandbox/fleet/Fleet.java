package org.sessiondesk.sandbox.fleet;

import java.util.List;

/** Everything a site holds, as its people entered it, and the list of what is wrong in it. */
public record Fleet(
        List<Person> people, List<Vehicle> vehicles, List<TimeClockSession> sessions, List<PlantedMistake> planted) {

    /** A site with nobody in it, for tests that bring their own records. */
    public static Fleet empty() {
        return new Fleet(List.of(), List.of(), List.of(), List.of());
    }
}
