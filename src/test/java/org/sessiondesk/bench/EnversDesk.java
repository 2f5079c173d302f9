package org.sessiondesk.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.envers.AuditReaderFactory;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.testing.TestDatabase;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The usual way: an entity whose history Hibernate Envers keeps, and an outbox row, in one transaction on the portal's own
 * pool. Same facts: values before and after, who, when, why, the note, and what is to be sent. No chain, no live news.
 */
final class EnversDesk implements AutoCloseable {

    /** The columns and indexes of driver_session that a list needs; of history and outbox, what finds a row again. */
    private static final String TABLES = """
            create table envers_session (
                id uuid primary key, version bigint not null, ontime_id uuid unique, driver_id uuid, vehicle_id uuid,
                type text not null, log_in_at timestamptz, log_out_at timestamptz, start_mileage integer,
                end_mileage integer, distance bigint generated always as (end_mileage::bigint - start_mileage) stored,
                edited boolean not null, ontime_record text, ontime_read_at timestamptz);
            create index on envers_session (log_in_at desc nulls last, id desc);
            create index on envers_session (driver_id, log_in_at, id);
            create index on envers_session (vehicle_id, log_in_at, id);
            create index on envers_session (log_out_at desc nulls last, id desc);
            create index on envers_session (distance desc nulls last, id desc);
            create index on envers_session (log_in_at, id) where log_out_at is null;
            create index on envers_session (log_in_at, id) where distance < 0;
            create sequence envers_change_seq increment by 50;
            create table envers_change (
                id bigint primary key, at bigint not null, person uuid, reason text, note text);
            create index on envers_change (person, id);
            create index on envers_change (at);
            create table envers_session_aud (
                id uuid not null, rev bigint not null references envers_change, revtype smallint, ontime_id uuid,
                driver_id uuid, vehicle_id uuid, type text, log_in_at timestamptz, log_out_at timestamptz,
                start_mileage integer, end_mileage integer, edited boolean, primary key (rev, id));
            create index on envers_session_aud (id, rev);
            create table envers_outbox (
                id uuid primary key, session_id uuid not null references envers_session, payload text not null,
                queued_at timestamptz not null, next_attempt_at timestamptz not null);
            create index on envers_outbox (next_attempt_at);
            create index on envers_outbox (session_id);
            """;

    private final LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    private final EntityManagerFactory entityManagers;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.shared();

    EnversDesk(TestDatabase database, DataSource pool, InstantSource clock) {
        this.clock = clock;
        database.sql().sql(TABLES).update();
        database.sql()
                .sql(
                        "grant select, insert, update on envers_session, envers_change, envers_session_aud, envers_outbox to "
                                + database.access().app())
                .update();
        database.sql()
                .sql("grant usage on envers_change_seq to " + database.access().app())
                .update();
        factory.setDataSource(pool);
        factory.setPersistenceUnitName("envers");
        factory.setMappingResources("bench/envers.orm.xml");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaDialect(new HibernateJpaDialect());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName(),
                "hibernate.hbm2ddl.auto", "none",
                "hibernate.jdbc.time_zone", "UTC"));
        factory.afterPropertiesSet();
        this.entityManagers = Objects.requireNonNull(factory.getObject());
        this.transactions = new TransactionTemplate(new JpaTransactionManager(entityManagers));
    }

    /** A reading. */
    void take(List<DriverSession> sessions) {
        transactions.executeWithoutResult(
                _ -> sessions.forEach(session -> entities().persist(new EnversSession(session))));
    }

    /** A correction. */
    void correct(UUID id, long version, int endMileage, String reason, String note) {
        transactions.executeWithoutResult(_ -> {
            EntityManager entities = entities();
            EnversSession row = entities.find(EnversSession.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.version != version) {
                throw new IllegalStateException("stale");
            }
            row.endMileage = endMileage;
            row.edited = true;
            EnversChange change = AuditReaderFactory.get(entities).getCurrentRevision(EnversChange.class, true);
            change.person = SignedIn.now().id();
            change.reason = reason;
            change.note = note;
            var now = clock.instant();
            entities.persist(new EnversOutbox(id, payload(row), now, now.plus(Duration.ofMinutes(10))));
        });
    }

    @Override
    public void close() {
        factory.destroy();
    }

    private String payload(EnversSession row) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("ID", row.ontimeId);
        members.put("UserID", row.driverId);
        members.put("Vehicle", row.vehicleId);
        members.put("LogInType", row.type);
        members.put("LogInTime", row.logInAt);
        members.put("LogOutTime", row.logOutAt);
        members.put("StartMileage", row.startMileage);
        members.put("EndMileage", row.endMileage);
        return json.writeValueAsString(members);
    }

    private EntityManager entities() {
        return Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(entityManagers));
    }
}
