package org.sessiondesk.session;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of driver sessions. For locks: {@link SessionLocks}. */
interface Sessions extends Repository<SessionRow, UUID> {

    SessionRow save(SessionRow row);

    Optional<SessionRow> findById(UUID id);

    Optional<SessionRow> findByOntimeId(UUID ontimeId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from SessionRow where id in :ids order by id")
    List<SessionRow> lockAll(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from SessionRow where ontimeId in :ontimeIds order by id")
    List<SessionRow> lockAllByOntimeId(Collection<UUID> ontimeIds);

    List<SessionRow> findByOntimeIdIn(Collection<UUID> ontimeIds);

    boolean existsByDriverIdAndDiscardedFalse(UUID driverId);

    boolean existsByVehicleIdAndDiscardedFalse(UUID vehicleId);
}
