package org.sessiondesk.intake;

import java.time.InstantSource;
import org.sessiondesk.connection.SessionReading;
import org.sessiondesk.intake.ReadingState.StopReason;
import org.springframework.stereotype.Component;

/** That sessions may not be read, kept with the other stops: the next reading that succeeds lifts it. */
@Component
class SessionReadingStop implements SessionReading {

    private final ReadingLedger ledger;
    private final Caller caller;
    private final ReadingNews news;
    private final InstantSource clock;

    SessionReadingStop(ReadingLedger ledger, Caller caller, ReadingNews news, InstantSource clock) {
        this.ledger = ledger;
        this.caller = caller;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public boolean isForbidden() {
        var now = clock.instant();
        return ledger.stops().stream()
                .anyMatch(stop -> stop.kind() == ReadingKind.SESSIONS
                        && stop.reason() == StopReason.FORBIDDEN
                        && stop.triesAgain().isAfter(now));
    }

    @Override
    public void forbidden(String words) {
        caller.stop(ReadingKind.SESSIONS, StopReason.FORBIDDEN, words, ReadingRound.STOPPED_FOR);
        news.tell();
    }
}
