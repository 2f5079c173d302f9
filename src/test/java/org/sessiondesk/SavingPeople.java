package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.sessiondesk.account.Role;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.ontime.LogInType;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.Reason;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionCorrections;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.testing.Example;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at each portal who saves and saves, and remembers what was confirmed. */
final class SavingPeople {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SESSIONS = 3;
    private static final int A_CREATE_EVERY = 10;
    private static final long PAUSE_MS = 100;
    private static final int ENOUGH = 5;

    private final TwoPortals portals;
    private final List<UUID> sessions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<UUID> confirmed = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Boolean> creates = new ConcurrentHashMap<>();
    private final Queue<Throwable> strange = new ConcurrentLinkedQueue<>();
    private final AtomicInteger[] saves = {new AtomicInteger(), new AtomicInteger()};
    private final AtomicInteger[] inVain = {new AtomicInteger(), new AtomicInteger()};
    private final AtomicInteger failures = new AtomicInteger();
    private int[] savesThen = {0, 0};
    private volatile boolean going = true;

    private SavingPeople(TwoPortals portals) {
        this.portals = portals;
    }

    static SavingPeople start(TwoPortals portals) {
        SavingPeople people = new SavingPeople(portals);
        people.startAt(0, portals::first);
        people.startAt(1, portals::other);
        return people;
    }

    /** Both have saved since this was asked first. */
    boolean bothSaveAgain() {
        if (savesThen[0] == 0 && savesThen[1] == 0) {
            savesThen = new int[] {saves[0].get(), saves[1].get()};
        }
        return saves[0].get() > savesThen[0] && saves[1].get() > savesThen[1];
    }

    /** Both have tried in vain a few times in a row. */
    boolean nobodySaves() {
        return inVain[0].get() > ENOUGH && inVain[1].get() > ENOUGH;
    }

    /** How often somebody couldn't save. */
    int failures() {
        return failures.get();
    }

    /** They go home; what they began they finish. */
    void stop() {
        going = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Every confirmed save is kept, and OnTime has the last values, each stored once and one after the other. */
    void assertNothingIsLost() {
        assertThat(strange).extracting(DatabaseTrouble::words).isEmpty();
        JdbcClient sql = JdbcClient.create(portals.asOwner());
        assertThat(sql.sql("select id from correction").query(UUID.class).list())
                .containsAll(confirmed);
        for (UUID id : sessions) {
            var session = portals.first(DriverSessions.class).find(id).orElseThrow();
            var ontimeId = Objects.requireNonNull(session.ontimeId());
            int last = Objects.requireNonNull(session.values().endMileage());
            assertThat(portals.ontime().session(ontimeId).path("EndMileage").asInt())
                    .isEqualTo(last);
            assertThat(portals.ontime().posts(ontimeId).stream()
                            .filter(post -> post.path("stored").asBoolean())
                            .map(post -> JSON.readTree(post.path("body").asString())
                                    .path("EndMileage")
                                    .asInt())
                            .toList())
                    .as("what OnTime stored")
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        Map<String, Integer> created = new HashMap<>();
        portals.ontime()
                .sessions()
                .forEach(each -> created.merge(each.path("UserID").asString(), 1, Integer::sum));
        creates.forEach((driver, sure) ->
                assertThat(created.getOrDefault(driver.toString(), 0)).isBetween(sure ? 1 : 0, 1));
    }

    private void startAt(int n, Function<Class<?>, Object> portal) {
        List<UUID> own = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            own.add(portals.session("Saved"));
        }
        sessions.addAll(own);
        var corrections = (SessionCorrections) portal.apply(SessionCorrections.class);
        var known = (DriverSessions) portal.apply(DriverSessions.class);
        threads.add(Thread.ofPlatform().daemon().name("saving-" + n).start(() -> {
            portals.signIn(Role.SUPERVISOR);
            for (int mileage = 52_401; going; mileage++) {
                try {
                    SessionCommand command = mileage % A_CREATE_EVERY == 0
                            ? create()
                            : Example.endMileage(
                                    known.find(own.get(mileage % SESSIONS)).orElseThrow(), mileage, null);
                    if (corrections.apply(List.of(command)).getFirst()
                            instanceof CorrectionOutcome.Saved(UUID _, UUID correction, long _)) {
                        confirmed.add(correction);
                        saves[n].incrementAndGet();
                        inVain[n].set(0);
                        if (command instanceof SessionCommand.Create create) {
                            creates.put(Objects.requireNonNull(create.values().driver()), true);
                        }
                    }
                } catch (RuntimeException e) {
                    inVain[n].incrementAndGet();
                    failures.incrementAndGet();
                    if (DatabaseTrouble.of(e).isEmpty()) {
                        strange.add(e);
                    }
                }
                pause();
            }
        }));
    }

    private SessionCommand create() {
        UUID driver = portals.driver("Added");
        creates.put(driver, false);
        var logIn = Instant.parse("2026-06-02T14:00:00Z");
        var values = new SessionValues(driver, null, LogInType.DRIVER, logIn, logIn.plusSeconds(3600), null, null);
        return new SessionCommand.Create(values, Reason.FORGOT_LOG_IN, null, UUID.randomUUID());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
