package org.sessiondesk.delivery;

import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionTimeoutException;
import org.sessiondesk.account.Role;
import org.sessiondesk.delivery.DeliveryDecisions.Candidates;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.testing.PortalProcess;

/**
 * Two portals send amid faults, are killed and frozen in turn and started again, while corrections and readings come in
 * and somebody sits idle in a transaction. Then all stands still and is compared.
 */
abstract class Chaos extends DeliveryProcesses {

    /** Of every call to OnTime so many are struck, each kind by its own dice: 30 % in all. */
    static final Map<String, Double> FAULTS =
            Map.of("SERVER_ERROR", 0.12, "CUT", 0.055, "GARBLED", 0.055, "EMPTY", 0.055, "HTML", 0.055);

    /** Of every POST: stored, and nobody hears of it. */
    static final double LOST_ANSWERS = 0.05;

    /** Of every call, on top of it: taken or answered a second late, so that there is something to kill in mid-air. */
    static final double SLOW = 0.02;

    /** Longer than it takes to be taken for dead. */
    static final Duration FROZEN = Duration.ofSeconds(8);

    /** A correction in so many comes with a reading of some session. */
    private static final int READINGS = 10;

    /** So many correct at a time, each other sessions. */
    private static final int PEOPLE = 4;

    private final Map<UUID, Integer> newest = new ConcurrentHashMap<>();
    private final List<UUID> ids = new ArrayList<>();
    private final AtomicLong saved = new AtomicLong();

    /**
     * How much of it.
     *
     * @param corrections in all, added sessions included
     * @param read sessions that OnTime has
     * @param added sessions that it doesn't
     * @param idle how long the reader sits in its transaction
     * @param bound after which nothing more is killed or frozen
     */
    record Plan(int corrections, int read, int added, int kills, int freezes, Duration idle, Duration bound) {}

    /** What was done to it, and what came of it. */
    record Done(
            Plan plan,
            long corrections,
            int kills,
            int freezes,
            Duration idle,
            Duration took,
            Duration drained,
            Map<String, String> counts,
            Map<String, Long> wrong) {}

    Done run(Plan plan) {
        long began = System.nanoTime();
        for (int i = 0; i < plan.read(); i++) {
            begin(aSession());
        }
        int kills = 0;
        int freezes = 0;
        var portals = new PortalProcess[] {portal().start(), portal().start()};
        try (var reader = IdleReader.of(database);
                ExecutorService office = Executors.newFixedThreadPool(PEOPLE)) {
            Arrays.stream(portals).forEach(PortalProcess::awaitReady);
            faults();
            for (int round = 0; round < plan.kills() && withinBound(plan); round++) {
                int more = part(plan.corrections(), round, plan) - part(plan.added(), round, plan);
                for (int i = part(plan.added(), round, plan); i > 0; i--) {
                    begin(create());
                    saved.incrementAndGet();
                }
                var correcting = correcting(more, office);
                int victim = round % 2;
                if (part(plan.freezes(), round, plan) > 0) {
                    freeze(portals[1 - victim]);
                    // Every other one dies as soon as it goes on.
                    victim = freezes++ % 2 == 0 ? victim : 1 - victim;
                }
                killAtWork(portals[victim]);
                kills++;
                portals[victim] = portal().start();
                correcting.join();
                portals[victim].awaitReady();
                decideAsAPersonDoes();
            }
            long left = plan.idle().minus(reader.held()).toMillis();
            reader.stay(Duration.ofMillis(Math.max(left, 0)));
            ontime.clearFaults();
            long quiet = System.nanoTime();
            awaitAllSettled();
            readAll();
            awaitAllSettled();
            var drained = since(quiet);
            reader.assertStillInItsTransaction();
            var evidence = new ChaosEvidence(database.sql(), folder, ontime, newest, saved.get());
            return new Done(
                    plan,
                    saved.get(),
                    kills,
                    freezes,
                    reader.held(),
                    since(began),
                    drained,
                    evidence.counts(),
                    evidence.wrong());
        } finally {
            Arrays.stream(portals).forEach(PortalProcess::close);
        }
    }

    private void begin(UUID session) {
        newest.put(session, 52_398);
        ids.add(session);
    }

    /** Counted from the start of this process, as whoever waits for it does. */
    private static boolean withinBound(Plan plan) {
        return ManagementFactory.getRuntimeMXBean().getUptime() < plan.bound().toMillis();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static int part(int whole, int round, Plan plan) {
        return (round + 1) * whole / plan.kills() - round * whole / plan.kills();
    }

    private static void faults() {
        FAULTS.forEach((kind, probability) -> fault(kind, probability, ""));
        fault("ANSWER_LOST", LOST_ANSWERS / (1 - 0.30), ",\"calls\":[\"POST_SESSION\"]");
        fault("SLOW", SLOW, ",\"seconds\":1");
        fault("SLOW_ANSWER", SLOW, ",\"seconds\":1");
    }

    private static void fault(String kind, double probability, String more) {
        ontime.fault("{\"kind\":\"%s\",\"probability\":%s%s}".formatted(kind, probability, more));
    }

    private CompletableFuture<Void> correcting(int share, ExecutorService office) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int person = 0; person < PEOPLE; person++) {
            int next = person + 1;
            var theirs = List.copyOf(ids.subList(person * ids.size() / PEOPLE, next * ids.size() / PEOPLE));
            int part = next * share / PEOPLE - person * share / PEOPLE;
            all.add(CompletableFuture.runAsync(() -> correctSome(theirs, part), office));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    }

    private void correctSome(List<UUID> theirs, int share) {
        signIn(Role.SUPERVISOR);
        var random = new Random();
        for (int i = 0; i < share; i++) {
            var id = theirs.get(random.nextInt(theirs.size()));
            correct(id, newest.merge(id, 1, Integer::sum));
            saved.incrementAndGet();
            if (i % READINGS == 0) {
                read(theirs.get(random.nextInt(theirs.size())));
            }
        }
    }

    /** Reads the session's record as a reading does, if OnTime has it and answers. */
    private boolean read(UUID session) {
        var id = sessions.find(session).orElseThrow().ontimeId();
        if (id == null) {
            return true;
        }
        var seen = intake.seen(List.of(id)).get(id);
        return client.session(id) instanceof ReadAnswer.Found<UserSession>(UserSession record)
                && intake.take(List.of(new SessionIntake.Read(record, seen)))
                        .dropped()
                        .isEmpty();
    }

    /** The daily comparison comes to every session. */
    private void readAll() {
        ids.forEach(id -> await().pollInSameThread().atMost(PATIENCE).until(() -> read(id)));
    }

    /** It stands still while it has sent something, long enough to be taken over, and goes on. */
    private void freeze(PortalProcess portal) {
        awaitWork(portal);
        portal.freeze();
        long until = System.nanoTime() + FROZEN.toNanos();
        await().atMost(PATIENCE).until(() -> System.nanoTime() > until);
        portal.thaw();
    }

    private void killAtWork(PortalProcess portal) {
        awaitWork(portal);
        portal.kill();
    }

    /** In the middle of something, if there is anything to do. */
    private void awaitWork(PortalProcess portal) {
        try {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> underWay(portal) > 0);
        } catch (ConditionTimeoutException _) {
            // The backlog is empty: it is struck idle.
        }
    }

    private void awaitAllSettled() {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofMinutes(4))
                .until(() -> {
                    decideAsAPersonDoes();
                    return open() == 0;
                });
    }

    /** Who decides about a session looked for in vain looks at OnTime first. */
    private void decideAsAPersonDoes() {
        var undecided = jdbc.sql(
                        "select session_id from delivery where state = 'UNCERTAIN' and reason in ('NOT_FOUND', 'UNREADABLE')")
                .query(UUID.class)
                .list();
        for (var id : undecided) {
            if (decisions.candidates(id) instanceof Candidates.Found(var _, var found, boolean whole) && whole) {
                if (found.isEmpty()) {
                    decisions.sendAgain(id);
                } else {
                    decisions.itArrived(
                            id, Objects.requireNonNull(found.getFirst().id()));
                }
            }
        }
    }

    private long open() {
        return jdbc.sql("""
                        select count(*) from delivery
                        where state in ('WAITING', 'SENDING') or (state = 'UNCERTAIN' and reason <> 'SEVERAL_FOUND')
                        """).query(Long.class).single();
    }
}
