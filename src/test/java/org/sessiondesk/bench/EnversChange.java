package org.sessiondesk.bench;

import java.util.UUID;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** A revision with who made it and why. */
@RevisionEntity
class EnversChange {

    @RevisionNumber
    long id;

    @RevisionTimestamp
    long at;

    @Nullable
    UUID person;

    @Nullable
    String reason;

    @Nullable
    String note;
}
