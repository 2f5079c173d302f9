package org.sessiondesk.filing;

import static org.sessiondesk.filing.FileField.of;

import java.util.List;
import java.util.Optional;
import org.sessiondesk.filing.FileField.Form;

/** What the records of a file are. */
public enum FileKind {
    /** OnTime's UserSessions. */
    SESSIONS(List.of(
            of("ID", Form.ID, "id", "ontimeid", "usersessionid"),
            of("UserID", Form.ID, "userid", "driverontimeid", "driverid"),
            of("Vehicle", Form.ID, "vehicleontimeid", "vehicleid", "vehicle"),
            of("LogInType", Form.TYPE, "logintype", "type"),
            of("LogInTime", Form.TIME, "logintime", "loginutc", "login"),
            of("LogOutTime", Form.TIME, "logouttime", "logoututc", "logout"),
            of("StartMileage", Form.NUMBER, "startmileage", "startodometer"),
            of("EndMileage", Form.NUMBER, "endmileage", "endodometer"))),
    /** OnTime's Users. */
    USERS(List.of(
            of("ID", Form.ID, "id", "ontimeid", "userid"),
            of("FirstName", Form.TEXT, "firstname", "givenname"),
            of("LastName", Form.TEXT, "lastname", "surname", "familyname"),
            of("UserName", Form.TEXT, "username"),
            of("IsDriver", Form.YES_NO, "isdriver", "driver"))),
    /** OnTime's Vehicles. */
    VEHICLES(List.of(
            of("ID", Form.ID, "id", "ontimeid", "vehicleid"),
            of("FleetID", Form.TEXT, "fleetid", "fleetnumber", "fleet"),
            of("RegistrationPlate", Form.TEXT, "registrationplate", "licenseplate", "licenceplate", "plate"),
            of("VehicleIdentificationNumber", Form.TEXT, "vehicleidentificationnumber", "vin"),
            of("Manufacturer", Form.TEXT, "manufacturer", "make"),
            of("Model", Form.TEXT, "model"),
            of("Year", Form.NUMBER, "year", "modelyear"),
            of("OdometerReading", Form.NUMBER, "odometerreading", "odometer"),
            of("IsCompanyVehicle", Form.YES_NO, "iscompanyvehicle", "companyvehicle")));

    private final List<FileField> fields;

    FileKind(List<FileField> fields) {
        this.fields = fields;
    }

    /** The fields that a column can be, OnTime's order. */
    public List<FileField> fields() {
        return fields;
    }

    Optional<FileField> field(String wireName) {
        return fields.stream()
                .filter(field -> field.wireName().equalsIgnoreCase(wireName))
                .findFirst();
    }
}
