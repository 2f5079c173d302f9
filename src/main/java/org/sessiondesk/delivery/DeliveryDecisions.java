package org.sessiondesk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.connection.Pass;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.SettledBy;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What only a person can decide about a delivery, and the one way to hurry it. Conflicts and refusals are decided by a
 * correction, at the session's own door. Some of these talk to OnTime: not for a screen's own thread.
 */
@Service
@PreAuthorize(Role.MAY_CORRECT)
public class DeliveryDecisions {

    /** A driver may have opened the session a while before or after what the office entered. */
    private static final Duration AROUND = Duration.ofHours(12);

    private final OnTimeClient ontime;
    private final CreateLookUp lookUp;
    private final Attempts attempts;
    private final DecisionWriter writer;
    private final UserSessionText texts;
    private final Gate gate;

    DeliveryDecisions(
            OnTimeClient ontime,
            CreateLookUp lookUp,
            Attempts attempts,
            DecisionWriter writer,
            UserSessionText texts,
            Gate gate) {
        this.ontime = ontime;
        this.lookUp = lookUp;
        this.attempts = attempts;
        this.writer = writer;
        this.texts = texts;
        this.gate = gate;
    }

    /** What became of a decision. */
    public sealed interface Decision {

        /** Done. */
        record Done() implements Decision {}

        /** It was settled meanwhile, by a look-up or by somebody else. */
        record TooLate() implements Decision {}

        /** It is still being looked for; a person decides afterwards. */
        record TooEarly() implements Decision {}

        /** OnTime doesn't have this record, or it is another session's. */
        record NotThis() implements Decision {}

        /** OnTime can't be asked now. */
        record OutOfReach() implements Decision {}

        /** Its day is settled: it has to be opened first. */
        record Locked(SettledBy by) implements Decision {}
    }

    /** The records in OnTime that an uncertain create may be, or why they can't be read now. */
    public sealed interface Candidates {

        /**
         * Sessions of the same user within half a day that aren't here yet, the likeliest first.
         *
         * @param ours what was sent, without an ID; null once it is settled
         * @param whole all were looked at; else there may be more
         */
        record Found(@Nullable UserSession ours, List<UserSession> sessions, boolean whole) implements Candidates {}

        /** OnTime can't be asked now, or reading isn't allowed. */
        record OutOfReach() implements Candidates {}
    }

    /** Reads what the session's uncertain create may be. */
    public Candidates candidates(UUID session) {
        var sent = writer.uncertain(session);
        if (sent.isEmpty()) {
            return new Candidates.Found(null, List.of(), true);
        }
        if (gate.ask(Errand.READING) instanceof Pass.Wait) {
            return new Candidates.OutOfReach();
        }
        var logIn = sent.get().logIn();
        return switch (lookUp.search(sent.get().driver(), logIn.minus(AROUND), _ -> {})) {
            case CreateLookUp.Search.Done(var found, var incomplete) ->
                new Candidates.Found(
                        ours(sent.get().body()),
                        found.stream()
                                .filter(each -> each.logInTime() != null
                                        && each.logInTime().isBefore(logIn.plus(AROUND)))
                                .sorted((one, other) -> distance(one, logIn).compareTo(distance(other, logIn)))
                                .toList(),
                        incomplete == null);
            case CreateLookUp.Search failed -> {
                heard(failed);
                yield new Candidates.OutOfReach();
            }
        };
    }

    /** The limit that a person's look meets holds back the whole site, as anybody's does. */
    private void heard(CreateLookUp.Search failed) {
        if (failed instanceof CreateLookUp.Search.Later(var _, var says)) {
            says.tell(gate, Errand.READING);
        }
    }

    private @Nullable UserSession ours(@Nullable String body) {
        return body != null && texts.read(body) instanceof UserSessionText.Reading.Read(UserSession session)
                ? session
                : null;
    }

    private static Duration distance(UserSession session, Instant logIn) {
        return Duration.between(Objects.requireNonNull(session.logInTime()), logIn)
                .abs();
    }

    /** The uncertain create arrived, as this record. */
    public Decision itArrived(UUID session, UUID ontimeId) {
        var locked = writer.locked(session);
        if (locked.isPresent()) {
            return locked.get();
        }
        var sent = writer.uncertain(session);
        if (sent.isEmpty()) {
            return new Decision.TooLate();
        }
        if (gate.ask(Errand.READING) instanceof Pass.Wait) {
            return new Decision.OutOfReach();
        }
        long attempt = sent.get().attempt();
        return switch (ontime.session(ontimeId, reading -> attempts.keep(attempt, reading))) {
            case ReadAnswer.Found<UserSession>(UserSession record) -> {
                gate.answered(Errand.READING);
                yield writer.arrived(session, record);
            }
            case ReadAnswer.NotThere<UserSession> _ -> {
                gate.answered(Errand.READING);
                yield new Decision.NotThis();
            }
            case ReadAnswer<UserSession> other -> {
                heard(CreateLookUp.failed(other));
                yield new Decision.OutOfReach();
            }
        };
    }

    /** The uncertain create didn't arrive: it is sent again. */
    public Decision sendAgain(UUID session) {
        return writer.sendAgain(session);
    }

    /** A person looked at the possible duplicate in OnTime, and is done with it. */
    public Decision duplicateSettled(UUID session, UUID ontimeId) {
        return writer.duplicateSettled(session, ontimeId);
    }

    /** Sends one waiting delivery now, through a closed gate too; the key file is read anew with it. */
    public Decision tryNow(UUID delivery) {
        var decision = writer.hurry(delivery);
        if (decision instanceof Decision.Done) {
            gate.tryNow();
        }
        return decision;
    }

    /** Sends all that waits after a failure now; through a closed gate one goes first. */
    public int tryAllNow() {
        int hurried = writer.hurryAll();
        gate.tryNow();
        return hurried;
    }
}
