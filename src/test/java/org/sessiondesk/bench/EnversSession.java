package org.sessiondesk.bench;

import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.DriverSession;

/** A driver session as {@code driver_session} keeps it, with Envers for its history. Mapped by {@code envers.orm.xml}. */
@Audited
class EnversSession {

    UUID id = UUID.randomUUID();
    long version;

    @Nullable
    UUID ontimeId;

    @Nullable
    UUID driverId;

    @Nullable
    UUID vehicleId;

    LogInType type = LogInType.UNDEFINED;

    @Nullable
    Instant logInAt;

    @Nullable
    Instant logOutAt;

    @Nullable
    Integer startMileage;

    @Nullable
    Integer endMileage;

    boolean edited;

    @NotAudited
    @Nullable
    String ontimeRecord;

    @NotAudited
    @Nullable
    Instant ontimeReadAt;

    protected EnversSession() {}

    EnversSession(DriverSession session) {
        id = session.id();
        ontimeId = session.ontimeId();
        driverId = session.values().driver();
        vehicleId = session.values().vehicle();
        type = session.values().type();
        logInAt = session.values().logIn();
        logOutAt = session.values().logOut();
        startMileage = session.values().startMileage();
        endMileage = session.values().endMileage();
        ontimeRecord = session.lastKnown() == null ? null : session.lastKnown().text();
        ontimeReadAt = session.values().logIn();
    }
}
