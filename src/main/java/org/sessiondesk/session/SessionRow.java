package org.sessiondesk.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;

/** The row of a driver session; it guards that version, first reading and last-known record move as they must. */
@Entity
@Table(name = "driver_session")
class SessionRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    private @Nullable UUID ontimeId;
    private @Nullable UUID driverId;
    private @Nullable UUID vehicleId;

    @Enumerated(EnumType.STRING)
    private LogInType type = LogInType.UNDEFINED;

    private @Nullable Instant logInAt;
    private @Nullable Instant logOutAt;
    private @Nullable Integer startMileage;
    private @Nullable Integer endMileage;

    private @Nullable UUID firstDriverId;
    private @Nullable UUID firstVehicleId;

    @Enumerated(EnumType.STRING)
    private @Nullable LogInType firstType;

    private @Nullable Instant firstLogInAt;
    private @Nullable Instant firstLogOutAt;
    private @Nullable Integer firstStartMileage;
    private @Nullable Integer firstEndMileage;

    private @Nullable String ontimeRecord;
    private @Nullable Instant ontimeReadAt;
    private @Nullable Instant vanishedAt;
    private @Nullable Instant leftOutAt;
    private long version;
    private boolean addedByOffice;
    private boolean edited;
    private boolean discarded;

    protected SessionRow() {}

    /** A session that a person adds; OnTime doesn't have it yet. */
    static SessionRow addedByOffice(SessionValues values) {
        var row = new SessionRow();
        row.addedByOffice = true;
        row.set(values);
        row.version = 1;
        return row;
    }

    /** A session read from OnTime for the first time. */
    static SessionRow firstRead(UserSession record, Instant readAt) {
        var row = new SessionRow();
        row.ontimeId = record.id();
        row.set(SessionValues.of(record));
        row.version = 1;
        row.firstDriverId = record.userId();
        row.firstVehicleId = record.vehicle();
        row.firstType = record.logInType();
        row.firstLogInAt = record.logInTime();
        row.firstStartMileage = record.startMileage();
        row.readAgain(record, null, readAt);
        return row;
    }

    /** Stores OnTime's newest record; the portal's values stay. */
    void remember(UserSession record, Instant readAt) {
        ontimeRecord = record.text();
        ontimeReadAt = readAt;
    }

    /** OnTime doesn't have the record any more. Nothing else of the session changes. */
    void vanish(Instant seen) {
        vanishedAt = seen;
    }

    /**
     * Takes over a reading of OnTime's record. The log-out side of an open session's first reading is filled by the
     * first that brings it, unless it is what a correction of ours put there.
     */
    void readAgain(UserSession record, @Nullable UserSession lastKnown, Instant readAt) {
        if (!addedByOffice) {
            boolean ourLogOut = edited && Objects.equals(logOutAt, record.logOutTime());
            if (firstLogOutAt == null && !ourLogOut && (lastKnown == null || lastKnown.logOutTime() == null)) {
                firstLogOutAt = record.logOutTime();
            }
            boolean ourMileage = edited && Objects.equals(endMileage, record.endMileage());
            if (firstEndMileage == null && !ourMileage && (lastKnown == null || lastKnown.endMileage() == null)) {
                firstEndMileage = record.endMileage();
            }
        }
        remember(record, readAt);
    }

    /** Changes the values; the version moves only if that changed any. */
    Set<SessionField> change(SessionValues after) {
        var changed = values().differences(after);
        if (!changed.isEmpty()) {
            set(after);
            version++;
        }
        return changed;
    }

    void markEdited(boolean nowEdited) {
        edited = nowEdited;
    }

    void discard() {
        discarded = true;
    }

    /** In no total from now on; its values stay as they are. */
    void leaveOut(Instant at) {
        leftOutAt = at;
    }

    void countAgain() {
        leftOutAt = null;
    }

    boolean leftOut() {
        return leftOutAt != null;
    }

    /** Leaves its OnTime id to the create of ours that it turned out to be. */
    void giveWay() {
        if (edited || addedByOffice) {
            throw new IllegalStateException("session " + id + " was corrected and can't give way");
        }
        ontimeId = null;
        discarded = true;
    }

    /** OnTime's id for a session that was created here. */
    void identify(UUID givenByOnTime) {
        if (ontimeId != null && !ontimeId.equals(givenByOnTime)) {
            throw new IllegalStateException("session " + id + " already has an OnTime id");
        }
        ontimeId = givenByOnTime;
    }

    private void set(SessionValues values) {
        driverId = values.driver();
        vehicleId = values.vehicle();
        type = values.type();
        logInAt = values.logIn();
        logOutAt = values.logOut();
        startMileage = values.startMileage();
        endMileage = values.endMileage();
    }

    UUID id() {
        return Objects.requireNonNull(id);
    }

    @Nullable
    UUID ontimeId() {
        return ontimeId;
    }

    long version() {
        return version;
    }

    boolean addedByOffice() {
        return addedByOffice;
    }

    boolean edited() {
        return edited;
    }

    boolean discarded() {
        return discarded;
    }

    /** OnTime has it again. */
    void reappear() {
        vanishedAt = null;
    }

    boolean vanished() {
        return vanishedAt != null;
    }

    @Nullable
    String ontimeRecord() {
        return ontimeRecord;
    }

    SessionValues values() {
        return new SessionValues(driverId, vehicleId, type, logInAt, logOutAt, startMileage, endMileage);
    }

    /** Its values where it counts among its vehicle's and driver's sessions; null if it doesn't. */
    @Nullable
    SessionValues inLine() {
        return discarded || vanished() || leftOut() ? null : values();
    }

    @Nullable
    SessionValues asFirstRead() {
        return firstType == null
                ? null
                : new SessionValues(
                        firstDriverId,
                        firstVehicleId,
                        firstType,
                        firstLogInAt,
                        firstLogOutAt,
                        firstStartMileage,
                        firstEndMileage);
    }

    DriverSession toSession(UserSessionText texts) {
        return new DriverSession(
                id(),
                ontimeId,
                values(),
                asFirstRead(),
                lastKnown(texts),
                ontimeReadAt,
                vanishedAt,
                leftOutAt,
                version,
                addedByOffice,
                edited,
                discarded);
    }

    @Nullable
    UserSession lastKnown(UserSessionText texts) {
        if (ontimeRecord != null
                && texts.read(ontimeRecord) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        return null;
    }
}
