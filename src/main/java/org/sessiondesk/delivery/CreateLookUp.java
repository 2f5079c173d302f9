package org.sessiondesk.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.delivery.Verdict.GateSays;
import org.sessiondesk.ontime.Exchange;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.springframework.stereotype.Component;

/** Looks in OnTime for a create that may have arrived: the user's sessions from the log-in on that aren't here yet. */
@Component
class CreateLookUp {

    /** One user has a handful from any log-in to now that aren't here; each is a request. */
    private static final int MOST_READ = 60;

    /** Of the time that one exchange may take; what isn't read by then is left out. */
    private static final int LONGEST = 4;

    private final OnTimeClient ontime;
    private final OnTimeSettings settings;
    private final OnTimeIds known;
    private final Attempts attempts;
    private final LookUpResults results;
    private final Gate gate;
    private final InstantSource clock;

    CreateLookUp(
            OnTimeClient ontime,
            OnTimeSettings settings,
            OnTimeIds known,
            Attempts attempts,
            LookUpResults results,
            Gate gate,
            InstantSource clock) {
        this.ontime = ontime;
        this.settings = settings;
        this.known = known;
        this.attempts = attempts;
        this.results = results;
        this.gate = gate;
        this.clock = clock;
    }

    /** What a search gave. */
    sealed interface Search {

        /**
         * What was looked for.
         *
         * @param incomplete why there may be more; null if none was left out
         */
        record Done(List<UserSession> sessions, @Nullable DeliveryReason incomplete) implements Search {}

        /** Reading isn't allowed. */
        record Forbidden() implements Search {}

        record Later(@Nullable Instant notBefore, GateSays gate) implements Search {}
    }

    void look(Work.Find find) {
        switch (search(find.driver(), find.logIn(), reading -> attempts.keep(find.attempt(), reading))) {
            case Search.Done(var sessions, var incomplete) ->
                withLate(
                        find,
                        sessions.stream().filter(session -> fits(session, find)).toList(),
                        incomplete);
            case Search.Forbidden _ -> results.lookedUp(find, List.of(), DeliveryReason.NO_LOOK_UP);
            case Search.Later(var notBefore, var says) -> results.lookLater(find, notBefore, says);
        }
    }

    /** What OnTime itself named as the answer to an earlier try counts, whatever it holds by now. */
    private void withLate(Work.Find find, List<UserSession> found, @Nullable DeliveryReason incomplete) {
        var late = find.late();
        if (late == null || found.stream().anyMatch(session -> late.equals(session.id()))) {
            results.lookedUp(find, found, incomplete);
            return;
        }
        var held = gate.heldUntil(Errand.READING);
        if (held.isPresent()) {
            results.lookLater(find, held.get(), new GateSays.Nothing());
            return;
        }
        switch (ontime.session(late, reading -> attempts.keep(find.attempt(), reading))) {
            case ReadAnswer.Found<UserSession>(UserSession record) -> {
                var all = new ArrayList<>(found);
                all.add(record);
                results.lookedUp(find, all, incomplete);
            }
            case ReadAnswer.NotThere<UserSession> _ -> results.lookedUp(find, found, incomplete);
            // Without it the only one found may be one of two.
            case ReadAnswer.Malformed<UserSession> _, ReadAnswer.TryLater<UserSession> _ ->
                results.lookLater(find, null, new GateSays.Nothing());
            case ReadAnswer<UserSession> other -> {
                if (failed(other) instanceof Search.Later(var notBefore, var says)) {
                    results.lookLater(find, notBefore, says);
                } else {
                    results.lookedUp(find, List.of(), DeliveryReason.NO_LOOK_UP);
                }
            }
        }
    }

    private static boolean fits(UserSession session, Work.Find find) {
        return Objects.equals(session.userId(), find.driver()) && Objects.equals(session.logInTime(), find.logIn());
    }

    /** The user's sessions from that time on that no session here stands for, as far as they can be read. */
    Search search(UUID driver, Instant from, Consumer<Exchange> evidence) {
        var ends = clock.instant().plus(settings.exchangeTimeout().multipliedBy(LONGEST));
        return switch (ontime.sessionIds(driver, from, evidence)) {
            case ReadAnswer.Found<List<UUID>>(List<UUID> ids) -> {
                gate.answered(Errand.READING);
                yield read(known.unknownHere(ids), ends, evidence);
            }
            case ReadAnswer.Malformed<List<UUID>> _, ReadAnswer.NotThere<List<UUID>> _ -> {
                gate.answered(Errand.READING);
                yield new Search.Done(List.of(), DeliveryReason.UNREADABLE);
            }
            case ReadAnswer.Forbidden<List<UUID>> _ -> {
                gate.answered(Errand.READING);
                yield new Search.Forbidden();
            }
            case ReadAnswer<List<UUID>> other -> failed(other);
        };
    }

    private Search read(List<UUID> unknown, Instant ends, Consumer<Exchange> evidence) {
        var sessions = new ArrayList<UserSession>();
        boolean unread = false;
        for (var id : unknown.stream().limit(MOST_READ).toList()) {
            var held = gate.heldUntil(Errand.READING);
            if (held.isPresent()) {
                return new Search.Later(held.get(), new GateSays.Nothing());
            }
            if (!clock.instant().isBefore(ends)) {
                unread = true;
                break;
            }
            switch (ontime.session(id, evidence)) {
                case ReadAnswer.Found<UserSession>(UserSession session) -> sessions.add(session);
                case ReadAnswer.NotThere<UserSession> _ -> {}
                // The list came, so OnTime is there: it is this record.
                case ReadAnswer.Malformed<UserSession> _, ReadAnswer.TryLater<UserSession> _ -> unread = true;
                case ReadAnswer<UserSession> other -> {
                    return failed(other);
                }
            }
        }
        var unreadable = unread ? DeliveryReason.UNREADABLE : null;
        return new Search.Done(sessions, unknown.size() > MOST_READ ? DeliveryReason.TOO_MANY : unreadable);
    }

    static Search failed(ReadAnswer<?> answer) {
        return switch (answer) {
            case ReadAnswer.Forbidden<?> _ -> new Search.Forbidden();
            case ReadAnswer.NotAuthorised<?>(String words, var why) ->
                new Search.Later(null, new GateSays.Close(why, words));
            case ReadAnswer.LimitReached<?>(Instant until) -> new Search.Later(until, new GateSays.Pause(until));
            case ReadAnswer.TryLater<?>(String why) -> new Search.Later(null, new GateSays.OutOfReach(why));
            case ReadAnswer.Malformed<?> _, ReadAnswer.NotThere<?> _ -> new Search.Later(null, new GateSays.Reached());
            case ReadAnswer.Found<?> _ -> throw new IllegalArgumentException("that didn't fail");
        };
    }
}
