package org.sessiondesk.bench;

import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was used: of one database its statements, of its whole server the log, of this process the CPU. */
final class Meter {

    private final JdbcClient superuser;
    private final JdbcClient worker;

    /**
     * @param worker gives the connection that the measured thread works on; PostgreSQL counts a connection's forced
     *     writes only when it is told to, or has been idle for long
     */
    Meter(TestDatabase database, JdbcClient worker) {
        this.superuser = JdbcClient.create(database.superuser());
        this.worker = worker;
    }

    /** What the work takes. Another thread's statements count too: pause what runs beside. */
    Counts during(Work work) throws Exception {
        Counts before = now();
        work.run();
        return now().minus(before);
    }

    Counts now() {
        double cpu = Cpu.millis();
        worker.sql("select pg_stat_force_next_flush()").query().singleValue();
        return superuser
                .sql("""
                        with used as (
                            select calls, shared_blks_hit + shared_blks_read as buffers,
                                query ~* '^(begin|commit|rollback|select pg_stat_force_next_flush)' as frame,
                                query ~* '^begin' as began
                            from pg_stat_statements
                            where dbid = (select oid from pg_database where datname = current_database())
                                and userid <> (select oid from pg_roles where rolname = current_user)
                        )
                        select coalesce(sum(calls) filter (where not frame), 0), coalesce(sum(calls) filter (where began), 0),
                            coalesce(sum(buffers) filter (where not frame), 0),
                            pg_current_wal_insert_lsn() - '0/0',
                            (select sum(fsyncs) from pg_stat_io where object = 'wal' and backend_type = 'client backend')
                        from used
                        """)
                .query((row, _) -> new Counts(
                        row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5), cpu))
                .single();
    }

    /** Milliseconds that PostgreSQL itself spent on this database's statements, begin and commit left out. */
    double sqlMillis() {
        return superuser.sql("""
                        select coalesce(sum(total_plan_time + total_exec_time), 0) from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = current_database())
                            and userid <> (select oid from pg_roles where rolname = current_user)
                            and query !~* '^(begin|commit|rollback|select pg_stat_force_next_flush)'
                        """).query(Double.class).single();
    }
}
