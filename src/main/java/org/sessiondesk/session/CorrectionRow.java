package org.sessiondesk.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The row of one saved change by one person to one session; inserted once, never changed. */
@Entity
@Immutable
@Table(name = "correction")
class CorrectionRow {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    @Column(updatable = false)
    private UUID sessionId;

    @Enumerated(EnumType.STRING)
    private CorrectionKind kind;

    private @Nullable UUID batchId;
    private @Nullable UUID undoes;
    private @Nullable UUID reverts;
    private @Nullable UUID request;
    private long versionBefore;
    private long versionAfter;
    private UUID personId;
    private Instant correctedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, @Nullable Object>> changes;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected CorrectionRow() {}

    CorrectionRow(
            UUID sessionId,
            CorrectionKind kind,
            @Nullable UUID batchId,
            @Nullable UUID undoes,
            @Nullable UUID reverts,
            @Nullable UUID request,
            long versionBefore,
            long versionAfter,
            UUID personId,
            Instant correctedAt,
            @Nullable Reason reason,
            List<FieldChange> changes) {
        this.sessionId = sessionId;
        this.kind = kind;
        this.batchId = batchId;
        this.undoes = undoes;
        this.reverts = reverts;
        this.request = request;
        this.versionBefore = versionBefore;
        this.versionAfter = versionAfter;
        this.personId = personId;
        this.correctedAt = correctedAt;
        this.reason = reason;
        this.changes = changes.stream().map(FieldChange::toMap).toList();
    }

    UUID id() {
        return Objects.requireNonNull(id);
    }

    UUID sessionId() {
        return sessionId;
    }

    long versionAfter() {
        return versionAfter;
    }

    CorrectionKind kind() {
        return kind;
    }

    List<Map<String, @Nullable Object>> changes() {
        return changes;
    }
}
