package org.sessiondesk.bench;

import java.util.List;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads what was used: of one database its statements, of its whole server the log, of this process the CPU. */
final class Meter {

    private final JdbcClient superuser;
    private final JdbcClient worker;

    /**
     * @param worker gives the connection that the measured thread works on; PostgreSQL counts a connection's forced
     *     writes only when it is told to, or has been idle for long
     */
    Meter(TestDatabase database, JdbcClient worker) {
        // One connection for all looks: a new one each time would cost more CPU than it tells of.
        this.superuser = JdbcClient.create(new SingleConnectionDataSource(
                database.access().url(),
                database.access().superuser(),
                database.access().superuserPassword(),
                true));
        this.worker = worker;
    }

    /** What the work takes. Another thread's statements count too: pause what runs beside. */
    Counts during(Work work) throws Exception {
        return cost(work).counts();
    }

    /** The same with the time on the clock. */
    Cost cost(Work work) throws Exception {
        Counts before = used(0);
        double cpu = Cpu.millis();
        long began = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - began) / 1e6;
        return new Cost(millis, used(Cpu.millis() - cpu).minus(before));
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

    /** What each of the portal's statements takes in the work, the dearest first, in words. */
    List<String> shares(Work work, int acts) throws Exception {
        superuser
                .sql(
                        "select pg_stat_statements_reset(dbid => (select oid from pg_database where datname = current_database()))")
                .query()
                .singleRow();
        work.run();
        return superuser.sql("""
                        select round(total_exec_time::numeric / :acts, 3) || ' ms, planned in '
                            || round(total_plan_time::numeric / :acts, 3) || ' ms, '
                            || round(wal_bytes / :acts) || ' WAL bytes, '
                            || (shared_blks_hit + shared_blks_read) / :acts || ' buffers: '
                            || left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 60)
                        from pg_stat_statements
                        where dbid = (select oid from pg_database where datname = current_database())
                            and userid <> (select oid from pg_roles where rolname = current_user) and calls >= :acts
                            and query !~* '^(begin|select pg_stat_force_next_flush)'
                        order by total_plan_time + total_exec_time desc
                        """).param("acts", acts).query(String.class).list();
    }

    private Counts used(double cpuMillis) {
        worker.sql("select pg_stat_force_next_flush()").query().singleValue();
        return superuser
                .sql("""
                        with used as (
                            select calls, shared_blks_hit + shared_blks_read as buffers,
                                query ~* '^(begin|select pg_stat_force_next_flush)' as frame, query ~* '^begin' as begun
                            from pg_stat_statements
                            where dbid = (select oid from pg_database where datname = current_database())
                                and userid <> (select oid from pg_roles where rolname = current_user)
                        )
                        select coalesce(sum(calls) filter (where not frame), 0), coalesce(sum(calls) filter (where begun), 0),
                            coalesce(sum(buffers) filter (where not frame), 0),
                            pg_current_wal_insert_lsn() - '0/0',
                            (select sum(fsyncs) from pg_stat_io where object = 'wal' and backend_type = 'client backend')
                        from used
                        """)
                .query((row, _) -> new Counts(
                        row.getDouble(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        cpuMillis))
                .single();
    }
}
