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

    /** One user has a handful of sessions from any log-in to now; more would be a wrong question. */
    private static final int MOST_READ = 60;

    private final OnTimeClient ontime;
    private final DeliveryRows deliveries;
    private final Attempts attempts;
    private final Results results;

    CreateLookUp(OnTimeClient ontime, DeliveryRows deliveries, Attempts attempts, Results results) {
        this.ontime = ontime;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.results = results;
    }

    /** What a search gave. */
    sealed interface Search {
        record Done(List<UserSession> sessions) implements Search {}

        /** Reading isn't allowed. */
        record Forbidden() implements Search {}

        record Later(@Nullable Instant notBefore, GateSays gate) implements Search {}
    }

    void look(Work.Find find) {
        switch (search(find.driver(), find.logIn(), reading -> attempts.keep(find.attempt(), reading))) {
            case Search.Done(var sessions) ->
                results.lookedUp(
                        find,
                        sessions.stream().filter(session -> fits(session, find)).toList(),
                        null);
            case Search.Forbidden _ -> results.lookedUp(find, List.of(), DeliveryReason.NO_LOOK_UP);
            case Search.Later(var notBefore, var gate) -> results.lookLater(find, notBefore, gate);
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
        for (var id : deliveries.unknownHere(ids).stream().limit(MOST_READ).toList()) {
            switch (ontime.session(id, evidence)) {
                case ReadAnswer.Found<UserSession>(UserSession session) -> sessions.add(session);
                case ReadAnswer.NotThere<UserSession> _ -> {}
                case ReadAnswer<UserSession> other -> {
                    return failed(other);
                }
            }
        }
        return new Search.Done(sessions);
    }

    private static Search failed(ReadAnswer<?> answer) {
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
