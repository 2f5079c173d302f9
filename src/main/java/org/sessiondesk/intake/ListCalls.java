package org.sessiondesk.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.intake.Caller.Answered;
import org.sessiondesk.intake.ReadingLedger.Page;
import org.sessiondesk.intake.ReadingState.StopReason;
import org.sessiondesk.ontime.OnTimeClient;
import org.sessiondesk.ontime.OnTimeSettings;
import org.sessiondesk.ontime.ReadAnswer;
import org.sessiondesk.ontime.RequestPace;
import org.springframework.stereotype.Component;

/** Asks OnTime for lists. Each call says whether OnTime answered; null if there was no leave to ask. */
@Component
class ListCalls {

    /** A list that came garbled. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final OnTimeClient onTime;
    private final RequestPace pace;
    private final OnTimeSettings settings;
    private final Caller caller;
    private final ReadingLists lists;
    private final ReadingNews news;
    private final InstantSource clock;

    ListCalls(
            OnTimeClient onTime,
            RequestPace pace,
            OnTimeSettings settings,
            Caller caller,
            ReadingLists lists,
            ReadingNews news,
            InstantSource clock) {
        this.onTime = onTime;
        this.pace = pace;
        this.settings = settings;
        this.caller = caller;
        this.lists = lists;
        this.news = news;
        this.clock = clock;
    }

    /** Every session logged in since then. */
    @Nullable
    Boolean window(Page page, Instant from, Instant now) throws InterruptedException {
        return list(
                ReadingKind.SESSIONS,
                () -> onTime.sessionIds(null, from),
                ids -> lists.window(ids, from, page, settings.readDays() == 1, now));
    }

    /** The list of a day of the first fill; none for the last, which the window's own was. */
    @Nullable
    Boolean day(Instant fillFrom, int day) throws InterruptedException {
        Instant from = fillFrom.minus(Duration.ofDays(day));
        if (day >= settings.readDays()) {
            lists.restIsOlder(from, clock.instant());
            return true;
        }
        return list(
                ReadingKind.SESSIONS,
                () -> onTime.sessionIds(null, from),
                ids -> lists.day(ids, from, day, clock.instant()));
    }

    /** All users or all vehicles. */
    @Nullable
    Boolean roster(ReadingKind kind) throws InterruptedException {
        return list(
                kind,
                () -> kind == ReadingKind.USERS ? onTime.userIds() : onTime.vehicleIds(),
                ids -> lists.roster(kind, ids, clock.instant()));
    }

    private @Nullable Boolean list(ReadingKind kind, Supplier<ReadAnswer<List<UUID>>> call, Consumer<List<UUID>> store)
            throws InterruptedException {
        var leave = caller.ask(1);
        if (leave.most() == 0) {
            return null;
        }
        pace.await();
        if (!caller.stands(leave)) {
            return null;
        }
        var answer = call.get();
        boolean answered = caller.heard(List.of(new Answered(kind, answer)));
        switch (answer) {
            case ReadAnswer.Found<List<UUID>>(List<UUID> ids) -> store.accept(ids);
            case ReadAnswer.NotThere<List<UUID>> notThere ->
                caller.stop(kind, StopReason.NOT_THERE, "", ReadingRound.STOPPED_FOR);
            case ReadAnswer.Malformed<List<UUID>>(String reason, String shown) ->
                caller.stop(kind, StopReason.MALFORMED, reason + "\n" + shown, LOOK_AGAIN);
            case ReadAnswer.Forbidden<List<UUID>> refused -> {}
            case ReadAnswer.NotAuthorised<List<UUID>> refused -> {}
            case ReadAnswer.LimitReached<List<UUID>> limit -> {}
            case ReadAnswer.TryLater<List<UUID>> later -> {}
        }
        news.tell();
        return answered;
    }
}
