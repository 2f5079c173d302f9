package org.sessiondesk.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stored accounts. */
interface AccountRows extends Repository<AccountRow, UUID> {

    AccountRow save(AccountRow row);

    Optional<AccountRow> findById(UUID id);

    Optional<AccountRow> findByEmail(String email);

    boolean existsByEmail(String email);

    List<AccountRow> findAllByOrderByNameAscEmailAsc();

    boolean existsByRoleAndDisabledFalse(Role role);

    /** Whoever takes rights away locks these first, so that two acts at once can't take the last one's. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountRow a where a.role = org.sessiondesk.account.Role.ADMINISTRATOR"
            + " and a.disabled = false order by a.id")
    List<AccountRow> lockActiveAdministrators();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountRow a where a.id = :id")
    Optional<AccountRow> lock(UUID id);
}
