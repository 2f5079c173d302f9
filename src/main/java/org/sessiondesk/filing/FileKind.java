package org.sessiondesk.filing;

import static org.sessiondesk.filing.FileField.of;

import java.util.List;
import java.util.Optional;
import org.sessiondesk.filing.FileField.Form;

/** What the records of a file are. */
public enum FileKind {
    /** OnTime's UserSessions. */
    SESSIONS(List.of(
            of("ID", Form.ID, "id", "ontimeid", "usersessionid", "sessionontimeid", "timeclocksessionid"),
            of("UserID", Form.ID, "userid", "driverontimeid", "driverid", "userontimeid", "employeeontimeid")
                    .or("driver", "user", "employee", "drivername", "username", "employeename"),
            of("Vehicle", Form.ID, "vehicleontimeid", "vehicleid").or("vehicle", "van", "truck", "car", "vehiclename"),
            of("LogInType", Form.TYPE, "logintype", "type", "sessiontype"),
            of(
                    "LogInTime",
                    Form.TIME,
                    "logintime",
                    "loginutc",
                    "login",
                    "logindatetime",
                    "loggedin",
                    "loggedinat",
                    "clockin",
                    "clockintime",
                    "clockindatetime",
                    "clockedin",
                    "timein",
                    "signin",
                    "starttime"),
            of(
                    "LogOutTime",
                    Form.TIME,
                    "logouttime",
                    "logoututc",
                    "logout",
                    "logoutdatetime",
                    "loggedout",
                    "loggedoutat",
                    "logoff",
                    "logofftime",
                    "clockout",
                    "clockouttime",
                    "clockoutdatetime",
                    "clockedout",
                    "timeout",
                    "signout",
                    "endtime"),
            of(
                    "StartMileage",
                    Form.NUMBER,
                    "startmileage",
                    "startodometer",
                    "startingmileage",
                    "startingodometer",
                    "mileagestart",
                    "odometerstart",
                    "startodo",
                    "odostart",
                    "startmiles",
                    "milesstart"),
            of(
                    "EndMileage",
                    Form.NUMBER,
                    "endmileage",
                    "endodometer",
                    "endingmileage",
                    "endingodometer",
                    "mileageend",
                    "odometerend",
                    "endodo",
                    "odoend",
                    "endmiles",
                    "milesend"))),
    /** OnTime's Users. */
    USERS(List.of(
            of("ID", Form.ID, "id", "ontimeid", "userid"),
            of("FirstName", Form.TEXT, "firstname", "givenname"),
            of("LastName", Form.TEXT, "lastname", "surname", "familyname"),
            of("UserName", Form.TEXT, "username"),
            of("IsDriver", Form.YES_NO, "isdriver").or("driver"))),
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
