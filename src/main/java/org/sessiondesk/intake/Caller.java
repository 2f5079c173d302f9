package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.connection.Errand;
import org.sessiondesk.connection.Gate;
import org.sessiondesk.connection.GateState;
import org.sessiondesk.connection.Pass;
import org.sessiondesk.intake.ReadingState.StopReason;
import org.sessiondesk.ontime.Limits;
import org.sessiondesk.ontime.ReadAnswer;
import org.springframework.stereotype.Component;

/** Asks the gate before readers call OnTime, and tells it what the answers mean for the site. */
@Component
class Caller {

    /** Until when readers spare the last calls, where OnTime doesn't say when the count starts anew. */
    private static final Duration SPARED = Duration.ofHours(1);

    private final Gate gate;
    private final ReadingLedger ledger;
    private final InstantSource clock;

    Caller(Gate gate, ReadingLedger ledger, InstantSource clock) {
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether readers may call now.
     *
     * @param most so many requests at once; 1 where the first answer decides whether others follow
     * @param probe the one request that a closed gate lets through
     */
    record Leave(int most, boolean probe) {

        static final Leave NONE = new Leave(0, false);
    }

    /** Asked right before a batch that will be called: one leave in many is the only probe of a closed gate. */
    Leave ask(int wanted) {
        Instant now = clock.instant();
        if (sparedUntil(gate.state().limits(), now) != null) {
            return Leave.NONE;
        }
        return switch (gate.ask(Errand.READING)) {
            case Pass.Go() -> new Leave(wanted, false);
            case Pass.Probe() -> new Leave(1, true);
            case Pass.Wait _ -> Leave.NONE;
        };
    }

    /** Whether the leave still stands: whoever waited for his turn asks again, right before the request leaves. */
    boolean stands(Leave leave) {
        var state = gate.state();
        if (state.paused(clock.instant())) {
            return false;
        }
        boolean open = state.closed() == null || !state.closed().stops(Errand.READING);
        boolean reached = state.unreachable() == null || state.unreachable().triesAgain() == null;
        return leave.probe() || open && reached;
    }

    /** Whether readers would be let through, as it stands: nothing is claimed. */
    boolean mayCall(Instant now) {
        var state = gate.state();
        return sparedUntil(state.limits(), now) == null
                && !state.paused(now)
                && (state.closed() == null || !state.closed().stops(Errand.READING));
    }

    /** The end of the latest limit of which under a tenth is left; null while calls may be used. */
    static @Nullable Instant sparedUntil(@Nullable Limits limits, Instant now) {
        if (limits == null) {
            return null;
        }
        return Stream.of(Optional.ofNullable(limits.daily()), Optional.ofNullable(limits.monthly()))
                .flatMap(Optional::stream)
                .filter(allowance -> allowance.low(now))
                .map(allowance -> allowance.reset() != null
                        ? allowance.reset()
                        : limits.seenAt().plus(SPARED))
                .filter(until -> until.isAfter(now))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** An answer, and what it was an answer about. */
    record Answered(ReadingKind kind, ReadAnswer<?> answer) {}

    /** Tells the gate what these answers mean for the site; true if OnTime answered at least one. */
    boolean heard(List<Answered> all) {
        var answers = all.stream().<ReadAnswer<?>>map(Answered::answer).toList();
        boolean answered = answers.stream().anyMatch(Caller::answered);
        if (answered) {
            gate.answered(Errand.READING);
        } else {
            first(answers, ReadAnswer.TryLater.class).ifPresent(later -> gate.unreachable(later.why()));
        }
        all.stream()
                .filter(one -> one.answer() instanceof ReadAnswer.Found)
                .map(Answered::kind)
                .distinct()
                .forEach(ledger::allowed);
        for (var one : all) {
            if (one.answer() instanceof ReadAnswer.Forbidden<?> refused) {
                stop(one.kind(), StopReason.FORBIDDEN, refused.words(), ReadingRound.STOPPED_FOR);
            }
        }
        first(answers, ReadAnswer.NotAuthorised.class)
                .ifPresent(refused -> gate.close(Errand.READING, refused.why(), refused.words()));
        answers.stream()
                .filter(ReadAnswer.LimitReached.class::isInstance)
                .map(answer -> ((ReadAnswer.LimitReached<?>) answer).until())
                .max(Instant::compareTo)
                .ifPresent(gate::pause);
        return answered;
    }

    /** This kind isn't read for a while. */
    void stop(ReadingKind kind, StopReason why, String words, Duration wait) {
        Instant now = clock.instant();
        ledger.stop(kind, why, words, now, now.plus(wait));
    }

    /** How the site stands, without asking for leave. */
    GateState state() {
        return gate.state();
    }

    private static boolean answered(ReadAnswer<?> answer) {
        return switch (answer) {
            case ReadAnswer.Found<?> found -> true;
            case ReadAnswer.NotThere<?> notThere -> true;
            // It refuses one kind; the site as such is there.
            case ReadAnswer.Forbidden<?> forbidden -> true;
            case ReadAnswer.Malformed<?> malformed -> true;
            case ReadAnswer.NotAuthorised<?> refused -> false;
            case ReadAnswer.LimitReached<?> limit -> false;
            case ReadAnswer.TryLater<?> later -> false;
        };
    }

    private static <T> Optional<T> first(List<?> answers, Class<T> type) {
        return answers.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
