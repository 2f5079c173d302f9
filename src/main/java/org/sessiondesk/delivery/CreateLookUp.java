package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.springframework.stereotype.Component;

/** Looks in OnTime for a create that may have arrived: the user's sessions from the log-in on that aren't here yet. */
@Component
class CreateLookUp {

    /** One user has a handful from any log-in to now that aren't here; each is a request. */
    private static final int MOST_READ = 60;

    private final OnTimeClient ontime;
    private final OnTimeIds known;
    private final Attempts attempts;
    private final LookUpResults results;

    CreateLookUp(OnTimeClient ontime, OnTimeIds known, Attempts attempts, LookUpResults results) {
        this.ontime = ontime;
        this.known = known;
        this.attempts = attempts;
        this.results = results;
    }

    /** What a search gave. */
    sealed interface Search {

        /**
         * What was looked for.
         *
         * @param whole none was left out
         */
        record Done(List<UserSession> sessions, boolean whole) implements Search {}

        /** Reading isn't allowed. */
        record Forbidden() implements Search {}

        record Later(@Nullable Instant notBefore, GateSays gate) implements Search {}
    }

    void look(Work.Find find) {
        switch (search(find.driver(), find.logIn(), reading -> attempts.keep(find.attempt(), reading))) {
            case Search.Done(var sessions, boolean whole) ->
                withLate(
                        find,
                        sessions.stream().filter(session -> fits(session, find)).toList(),
                        whole ? null : DeliveryReason.TOO_MANY);
            case Search.Forbidden _ -> results.lookedUp(find, List.of(), DeliveryReason.NO_LOOK_UP);
            case Search.Later(var notBefore, var gate) -> results.lookLater(find, notBefore, gate);
        }
    }

    /** What OnTime itself named as the answer to an earlier try counts, whatever it holds by now. */
    private void withLate(Work.Find find, List<UserSession> found, @Nullable DeliveryReason incomplete) {
        var late = find.late();
        if (late == null || found.stream().anyMatch(session -> late.equals(session.id()))) {
            results.lookedUp(find, found, incomplete);
            return;
        }
        switch (ontime.session(late, reading -> attempts.keep(find.attempt(), reading))) {
            case ReadAnswer.Found<UserSession>(UserSession record) -> {
                var all = new ArrayList<>(found);
                all.add(record);
                results.lookedUp(find, all, incomplete);
            }
            case ReadAnswer.NotThere<UserSession> _ -> results.lookedUp(find, found, incomplete);
            case ReadAnswer<UserSession> other -> {
                if (failed(other) instanceof Search.Later(var notBefore, var gate)) {
                    results.lookLater(find, notBefore, gate);
                } else {
                    results.lookedUp(find, List.of(), DeliveryReason.NO_LOOK_UP);
                }
            }
        }
    }

    private static boolean fits(UserSession session, Work.Find find) {
        return Objects.equals(session.userId(), find.driver()) && Objects.equals(session.logInTime(), find.logIn());
    }

    /** The user's sessions from that time on that no session here stands for. */
    Search search(UUID driver, Instant from, Consumer<Exchange> evidence) {
        var answer = ontime.sessionIds(driver, from, evidence);
        if (!(answer instanceof ReadAnswer.Found<List<UUID>>(List<UUID> ids))) {
            return failed(answer);
        }
        var sessions = new ArrayList<UserSession>();
        var unknown = known.unknownHere(ids);
        for (var id : unknown.stream().limit(MOST_READ).toList()) {
            switch (ontime.session(id, evidence)) {
                case ReadAnswer.Found<UserSession>(UserSession session) -> sessions.add(session);
                case ReadAnswer.NotThere<UserSession> _ -> {}
                case ReadAnswer<UserSession> other -> {
                    return failed(other);
                }
            }
        }
        return new Search.Done(sessions, unknown.size() <= MOST_READ);
    }

    static Search failed(ReadAnswer<?> answer) {
        return switch (answer) {
            case ReadAnswer.Forbidden<?> _ -> new Search.Forbidden();
            case ReadAnswer.NotAuthorised<?>(String words, var why) ->
                new Search.Later(null, new GateSays.Close(why, words));
            case ReadAnswer.LimitReached<?>(Instant until) -> new Search.Later(until, new GateSays.Pause(until));
            case ReadAnswer.TryLater<?>(String why) -> new Search.Later(null, new GateSays.OutOfReach(why));
            case ReadAnswer.Malformed<?> _, ReadAnswer.NotThere<?> _ -> new Search.Later(null, new GateSays.Nothing());
            case ReadAnswer.Found<?> _ -> throw new IllegalArgumentException("that didn't fail");
        };
    }
}
