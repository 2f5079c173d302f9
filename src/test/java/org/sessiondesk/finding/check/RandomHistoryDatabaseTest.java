package org.sessiondesk.finding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to sessions, in whatever order: what stands is what the judge says of all of them. */
@DatabaseTest
@Import(FindingDesk.class)
class RandomHistoryDatabaseTest {

    private static final int SESSIONS = 90;
    private static final int ACTS = 40;

    private final List<UUID> read = new ArrayList<>();
    private final List<UUID> added = new ArrayList<>();
    private List<UUID> vehicles = List.of();
    private List<UUID> drivers = List.of();
    private Random random = new Random();

    @Autowired
    private FindingDesk desk;

    @Autowired
    private DueSessions due;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_stands_is_what_the_judge_says_of_all_sessions(long seed) throws Exception {
        random = new Random(seed);
        FindingDesk.signIn(Role.SUPERVISOR);
        vehicles = Stream.generate(UUID::randomUUID).limit(3).toList();
        drivers = Stream.generate(UUID::randomUUID).limit(4).toList();
        work();
        agree("as read");

        for (int act = 0; act < ACTS; act++) {
            String what = act();
            if (random.nextInt(8) == 0) {
                agree("seed " + seed + ", act " + act + ": " + what);
            }
        }
        agree("seed " + seed);
        assertThat(desk.checkAll()).isZero();
    }

    private void agree(String when) {
        due.sweep();
        desk.settle();
        assertThat(desk.found(drivers)).as(when).isEqualTo(desk.expected(drivers));
    }

    /** A month in which odometers mostly go up. */
    private void work() {
        var values = new ArrayList<SessionValues>();
        var first = desk.now().minus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        int[] odometer =
                IntStream.range(0, 3).map(_ -> 20_000 + random.nextInt(20_000)).toArray();
        for (int i = 0; i < SESSIONS; i++) {
            int vehicle = random.nextInt(3);
            int start = odometer[vehicle] + random.nextInt(4);
            int end = start + 20 + random.nextInt(150);
            odometer[vehicle] = end;
            var logIn = first.plus(Duration.ofMinutes(i * 260L + random.nextInt(200)));
            values.add(new SessionValues(
                    drivers.get(random.nextInt(4)),
                    random.nextInt(15) == 0 ? null : vehicles.get(vehicle),
                    LogInType.DRIVER,
                    logIn,
                    random.nextInt(20) == 0 ? null : logIn.plus(Duration.ofMinutes(200 + random.nextInt(300))),
                    odd(start),
                    odd(end)));
        }
        for (var one : values) {
            var id = UUID.randomUUID();
            desk.read(id, one);
            read.add(id);
        }
    }

    private @Nullable Integer odd(int reading) {
        return switch (random.nextInt(25)) {
            case 0 -> null;
            case 1 -> reading + 1_000;
            case 2 -> reading / 10;
            case 3 -> reading - 90;
            default -> reading;
        };
    }

    private String act() {
        var id = read.get(random.nextInt(read.size()));
        var session = desk.byOntimeId(id);
        var values = session.values();
        return switch (random.nextInt(12)) {
            case 0, 1 -> {
                desk.read(
                        id,
                        values.with(java.util.Set.of(SessionField.END_MILEAGE, SessionField.LOG_OUT), other(values)));
                yield "read again";
            }
            case 2 -> {
                desk.vanish(id);
                yield "vanished";
            }
            case 3 -> {
                var found = UUID.randomUUID();
                desk.read(found, other(values));
                read.add(found);
                yield "new in OnTime";
            }
            case 4 -> {
                var made = desk.add(other(values));
                if (made != null) {
                    added.add(made);
                }
                yield "added";
            }
            case 5 -> {
                if (!added.isEmpty()) {
                    desk.discard(added.removeLast());
                }
                yield "discarded";
            }
            case 6 -> {
                var field = random.nextBoolean() ? "START_MILEAGE" : "END_MILEAGE";
                transaction.executeWithoutResult(_ -> {
                    jdbc.sql("""
                                    insert into reading_not_known (session_id, field, person_id, said_at)
                                    values (?, ?, ?, now()) on conflict do nothing
                                    """).params(session.id(), field, UUID.randomUUID()).update();
                    due.around(session.id());
                });
                yield "not known";
            }
            case 7 -> {
                var vehicle = vehicles.get(random.nextInt(3));
                var since = java.util.Objects.requireNonNull(values.logIn());
                transaction.executeWithoutResult(_ -> {
                    jdbc.sql("""
                                    insert into new_odometer (vehicle_id, since, reading, person_id, said_at)
                                    values (?, ?, ?, ?, now()) on conflict do nothing
                                    """)
                            .params(vehicle, Columns.at(since), random.nextInt(300), UUID.randomUUID())
                            .update();
                    due.around(vehicle, since);
                });
                yield "new odometer";
            }
            default -> {
                var field = List.of(
                                SessionField.LOG_IN,
                                SessionField.LOG_OUT,
                                SessionField.START_MILEAGE,
                                SessionField.END_MILEAGE,
                                SessionField.DRIVER,
                                SessionField.VEHICLE)
                        .get(random.nextInt(6));
                yield "corrected " + field + ": " + desk.correct(session.id(), other(values), field);
            }
        };
    }

    /** Something else that it might have been. */
    private SessionValues other(SessionValues values) {
        Instant logIn = java.util.Objects.requireNonNull(values.logIn())
                .plus(Duration.ofMinutes(random.nextInt(3_000) - 1_500));
        if (random.nextInt(15) == 0) {
            logIn = desk.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
        }
        Integer start = values.startMileage();
        int from = start == null ? 25_000 : start + random.nextInt(7) - 3;
        return new SessionValues(
                drivers.get(random.nextInt(4)),
                vehicles.get(random.nextInt(3)),
                LogInType.DRIVER,
                logIn,
                random.nextInt(12) == 0 ? null : logIn.plus(Duration.ofMinutes(300)),
                odd(from),
                odd(from + random.nextInt(200)));
    }
}
