package org.sessiondesk.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseTroubleTest {

    @Test
    void a_lost_connection_and_a_server_that_goes_or_comes_are_the_database_away() {
        assertThat(DatabaseTrouble.of(state("08006"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(state("57P01"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(state("57P03"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(new SQLException("Connection is closed"))).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(new CannotCreateTransactionException("no")))
                .contains(DatabaseTrouble.AWAY);
    }

    @Test
    void a_pool_with_connections_and_none_free_is_busy_and_one_that_gets_none_isnt() {
        assertThat(DatabaseTrouble.of(poolSays("(total=16, active=16, idle=0, waiting=3)", null)))
                .contains(DatabaseTrouble.BUSY);
        assertThat(DatabaseTrouble.of(poolSays("(total=0, active=0, idle=0, waiting=3)", null)))
                .contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(poolSays("(total=15, active=1, idle=14, waiting=0)", null)))
                .contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(poolSays("(total=0, active=0, idle=0, waiting=3)", state("53300"))))
                .contains(DatabaseTrouble.BUSY);
        assertThat(DatabaseTrouble.of(poolSays("(total=2, active=2, idle=0, waiting=0)", state("55000"))))
                .contains(DatabaseTrouble.AWAY);
    }

    @Test
    void no_room_to_write_is_full_however_the_server_says_it() {
        assertThat(DatabaseTrouble.of(state("53100"))).contains(DatabaseTrouble.FULL);
        assertThat(DatabaseTrouble.of(new SQLException("ERROR: could not extend file \"x\": File too large", "XX000")))
                .contains(DatabaseTrouble.FULL);
        assertThat(DatabaseTrouble.of(new SQLException(
                        "ERROR: could not access status of transaction 7\n  Detail: Could not write to file \"x\": File too large.",
                        "XX000")))
                .contains(DatabaseTrouble.FULL);
        assertThat(DatabaseTrouble.of(new SQLException("ERROR: cache lookup failed", "XX000")))
                .isEmpty();
    }

    @Test
    void whoever_waited_too_long_for_a_lock_was_held_up() {
        assertThat(DatabaseTrouble.of(new IllegalStateException(state("55P03"))))
                .contains(DatabaseTrouble.HELD_UP);
    }

    @Test
    void what_is_our_own_fault_is_none_of_them() {
        assertThat(DatabaseTrouble.of(new DataIntegrityViolationException("double", state("23505"))))
                .isEmpty();
        assertThat(DatabaseTrouble.of(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void its_words_are_the_innermost_on_one_line() {
        assertThat(DatabaseTrouble.words(new IllegalStateException(new SQLException("FATAL: one\n  Hint: two"))))
                .isEqualTo("FATAL: one Hint: two");
    }

    private static SQLException state(String state) {
        return new SQLException("said", state);
    }

    private static SQLException poolSays(String numbers, @Nullable SQLException why) {
        return new SQLTransientConnectionException("desk - Connection is not available " + numbers, null, why);
    }
}
