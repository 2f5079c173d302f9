package org.sessiondesk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.Caller.Leave;
import org.sessiondesk.intake.ReadingQueue.Due;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.RequestPace;
import org.sessiondesk.session.SessionIntake;
import org.springframework.stereotype.Component;

/** Fetches records side by side, under one pace. */
@Component
class Batch {

    /** So many requests wait for their answers at once. */
    static final int SIDE_BY_SIDE = 6;

    private final OnTimeClient onTime;
    private final RequestPace pace;
    private final SessionIntake intake;
    private final Caller caller;

    Batch(OnTimeClient onTime, RequestPace pace, SessionIntake intake, Caller caller) {
        this.onTime = onTime;
        this.pace = pace;
        this.intake = intake;
        this.caller = caller;
    }

    /**
     * A record and what OnTime answered.
     *
     * @param seen how the session stood before the request left; null where it wasn't known
     */
    record Fetched(Due due, ReadAnswer<?> answer, SessionIntake.@Nullable Seen seen) {}

    /** Fetches all of them, or fewer: after an answer that stops the site no further request leaves, whoever got it. */
    List<Fetched> fetch(List<Due> wanted, Leave leave) throws InterruptedException {
        var seen = intake.seen(wanted.stream()
                .filter(due -> due.kind() == ReadingKind.SESSIONS)
                .map(Due::id)
                .toList());
        var stopped = new AtomicBoolean();
        var places = new Semaphore(SIDE_BY_SIDE);
        var fetched = new ArrayList<Fetched>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<@Nullable Fetched>>();
            for (var due : wanted) {
                answers.add(threads.submit(fetching(due, seen, places, stopped, leave)));
            }
            for (var answer : answers) {
                var one = answer.get();
                if (one != null) {
                    fetched.add(one);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed in a way the client doesn't know", e.getCause());
        }
        return fetched;
    }

    private Callable<@Nullable Fetched> fetching(
            Due due, Map<UUID, SessionIntake.Seen> seen, Semaphore places, AtomicBoolean stopped, Leave leave) {
        return () -> {
            places.acquire();
            try {
                pace.await();
                if (stopped.get() || !caller.stands(leave)) {
                    return null;
                }
                var answer = call(due);
                if (answer instanceof ReadAnswer.NotAuthorised || answer instanceof ReadAnswer.LimitReached) {
                    stopped.set(true);
                }
                return new Fetched(due, answer, seen.get(due.id()));
            } finally {
                places.release();
            }
        };
    }

    private ReadAnswer<?> call(Due due) {
        return switch (due.kind()) {
            case SESSIONS -> onTime.session(due.id());
            case USERS -> onTime.user(due.id());
            case VEHICLES -> onTime.vehicle(due.id());
        };
    }
}
