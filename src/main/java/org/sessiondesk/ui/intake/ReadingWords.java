package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.ReadingKind;
import org.sessiondesk.intake.ReadingState;
import org.sessiondesk.intake.ReadingState.Progress;
import org.sessiondesk.intake.ReadingState.Stop;
import org.sessiondesk.intake.ReadingState.Wait;
import org.sessiondesk.ui.SiteTimes;

/** The state of a reading in sentences. */
public final class ReadingWords {

    private final SiteTimes times;

    public ReadingWords(SiteTimes times) {
        this.times = times;
    }

    /** {@code Reading from OnTime: 412 of 1,014}, and until when where that takes a while. */
    String progress(Progress progress) {
        return progress.ends() == null
                ? t("intake.progress", progress.done(), progress.total())
                : t("intake.progress-until", progress.done(), progress.total(), times.near(progress.ends()));
    }

    /** The one thing that is wrong, if anything is. */
    public Optional<String> trouble(ReadingState state) {
        if (!state.wanted()) {
            return Optional.of(t("intake.off"));
        }
        if (state.waiting() != null) {
            return Optional.of(wait(state.waiting()));
        }
        return state.stops().stream()
                .filter(stop -> stop.kind() == ReadingKind.SESSIONS)
                .findFirst()
                .map(this::stop);
    }

    /** What keeps readers waiting, and until when. */
    String wait(Wait wait) {
        String until = wait.until() == null ? t("intake.later") : times.near(wait.until());
        return t("intake.wait." + wait.reason(), until, times.near(wait.since()));
    }

    /** Why a kind isn't read, and what to do about it. */
    String stop(Stop stop) {
        return t(
                "intake.stop." + stop.reason(),
                t("intake.kind." + stop.kind()),
                times.near(stop.since()),
                times.near(stop.triesAgain()));
    }

    /** For the head line: short, without figures that change all the time. */
    public String head(ReadingState state) {
        if (!state.wanted()) {
            return t("intake.head.off");
        }
        return trouble(state).orElseGet(() -> {
            if (state.progress() != null && state.lastRead() == null) {
                return t("intake.head.reading");
            }
            return state.lastRead() == null
                    ? t("intake.head.not-yet")
                    : t("intake.head.read", times.near(state.lastRead()));
        });
    }

    /** A moment, or that there was none. */
    String moment(@Nullable Instant at) {
        return at == null ? t("intake.never") : times.near(at);
    }
}
