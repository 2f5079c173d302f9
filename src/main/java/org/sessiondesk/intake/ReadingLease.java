package org.sessiondesk.intake;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one instance the reader, by the database's clock; a dead one's lease runs out and another takes over. */
@Component
class ReadingLease {

    /** How long it stands without being renewed: well under the minute in which a dead reader is replaced. */
    static final Duration LASTS = Duration.ofSeconds(15);

    private final JdbcClient database;

    ReadingLease(JdbcClient database) {
        this.database = database;
    }

    /** Takes the lease or renews it; false while another instance has it. */
    boolean hold(UUID instance) {
        return database.sql("""
                        update reading_lease
                           set holder = :instance, held_until = clock_timestamp() + make_interval(secs => :seconds)
                         where holder = :instance or held_until < clock_timestamp()
                        """)
                        .param("instance", instance)
                        .param("seconds", LASTS.toSeconds())
                        .update()
                == 1;
    }

    /** Lets another instance read at once. */
    void release(UUID instance) {
        database.sql("update reading_lease set holder = null, held_until = '-infinity' where holder = :instance")
                .param("instance", instance)
                .update();
    }
}
