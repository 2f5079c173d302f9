package org.sessiondesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Quartz on its JDBC store in the same database, as several portals would need it: clustered, each job recovered after a
 * crash, so many triggers taken at once as there are threads. A job is the floor's delivery.
 */
final class QuartzDrain implements AutoCloseable {

    private static final String DELIVERY = "delivery";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcClient quartzRows;
    private final Scheduler scheduler;

    QuartzDrain(JdbcClient jdbc, TestDatabase database, PlainDelivery delivery, int concurrency)
            throws SQLException, SchedulerException {
        this.jdbc = jdbc;
        this.quartzRows = database.sql();
        makeTables(database);
        DBConnectionManager.getInstance().addConnectionProvider("bench", new Owners(database, concurrency + 4));
        scheduler = new StdSchedulerFactory(settings(concurrency)).getScheduler();
        scheduler.getContext().put(DELIVERY, delivery);
    }

    private static Properties settings(int concurrency) {
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "bench-" + concurrency),
                Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(concurrency)),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", String.valueOf(concurrency)),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.dataSource", "bench"),
                Map.entry("org.quartz.jobStore.useProperties", "true"),
                Map.entry("org.quartz.jobStore.isClustered", "true"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true")));
        return settings;
    }

    private static void makeTables(TestDatabase database) throws SQLException {
        try (Connection owner = database.owner().getConnection()) {
            ScriptUtils.executeSqlScript(
                    owner, new ClassPathResource("org/quartz/impl/jdbcjobstore/tables_postgres.sql"));
        }
    }

    /** The portal's waiting tasks become jobs of Quartz, due at once. */
    void take() throws SchedulerException {
        List<UUID> due = jdbc.sql("""
                        delete from scheduled_tasks where task_name = 'delivery' and not picked
                        returning task_instance::uuid
                        """).query(UUID.class).list();
        Map<JobDetail, Set<? extends Trigger>> jobs = new HashMap<>();
        for (UUID session : due) {
            var job = JobBuilder.newJob(Delivery.class)
                    .withIdentity(session.toString())
                    .requestRecovery()
                    .build();
            jobs.put(
                    job,
                    Set.of(TriggerBuilder.newTrigger().forJob(job).startNow().build()));
        }
        scheduler.scheduleJobs(jobs, false);
    }

    void drain() throws Exception {
        scheduler.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (quartzRows
                        .sql("select count(*) from qrtz_job_details")
                        .query(Long.class)
                        .single()
                > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Quartz isn't done");
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        scheduler.standby();
    }

    @Override
    public void close() throws SchedulerException {
        scheduler.shutdown(true);
    }

    /** One session's. */
    public static final class Delivery implements Job {

        /** By Quartz. */
        public Delivery() {}

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                var delivery = (PlainDelivery) Objects.requireNonNull(
                        context.getScheduler().getContext().get(DELIVERY));
                delivery.deliver(UUID.fromString(context.getJobDetail().getKey().getName()));
            } catch (SchedulerException | SQLException | IOException | InterruptedException e) {
                throw new JobExecutionException(e);
            }
        }
    }

    /** Quartz's own connections: as the owner, who made the tables. */
    private static final class Owners implements ConnectionProvider {

        private final HikariDataSource pool = new HikariDataSource();

        Owners(TestDatabase database, int connections) {
            pool.setDataSource(database.owner());
            pool.setMaximumPoolSize(Math.min(connections, 16));
        }

        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            pool.close();
        }

        @Override
        public void initialize() {}
    }
}
