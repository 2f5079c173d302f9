package org.sessiondesk.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;

/** Drivers and vehicles, read and looked up. */
public interface Roster {

    /** Stores what a reading brought, new or changed; says how many rows that touched. */
    int takeUsers(List<OnTimeUser> users);

    /** As {@link #takeUsers}, for vehicles. */
    int takeVehicles(List<OnTimeVehicle> vehicles);

    /** The records of these users as last read, as text; unknown ones are left out. */
    Map<UUID, String> userRecords(Collection<UUID> ontimeIds);

    /** As {@link #userRecords}, of vehicles. */
    Map<UUID, String> vehicleRecords(Collection<UUID> ontimeIds);

    /** The drivers of these ids; unknown ones are left out. */
    Map<UUID, Driver> drivers(Collection<UUID> ontimeIds);

    /** The vehicles of these ids; unknown ones are left out. */
    Map<UUID, Vehicle> vehicles(Collection<UUID> ontimeIds);

    /** Drivers whose name contains the text in any case, by name; a page for a combobox. */
    List<Driver> searchDrivers(String text, int offset, int limit);

    /** As {@link #searchDrivers}, over Fleet ID and plate. */
    List<Vehicle> searchVehicles(String text, int offset, int limit);
}
