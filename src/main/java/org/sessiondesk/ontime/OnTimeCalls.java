package org.sessiondesk.ontime;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.wire.Heard;
import org.sessiondesk.ontime.wire.HttpExchanges;
import org.sessiondesk.ontime.wire.KeyMask;

/** Makes one call with the key of the moment, and keeps its evidence without the key. */
final class OnTimeCalls implements AutoCloseable {

    private static final int KEPT_CHARACTERS = 64 * 1_024;
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final URI api;
    private final String authScheme;
    private final ApiKey key;
    private final HttpExchanges http;
    private final LimitsSeen limits;
    private final InstantSource clock;
    private final AtomicInteger refusedInARow = new AtomicInteger();
    private Instant backOffUntil = Instant.MIN;

    OnTimeCalls(OnTimeSettings settings, LimitsSeen limits, InstantSource clock) {
        this.api = settings.api();
        this.authScheme = settings.authScheme();
        this.key = new ApiKey(settings);
        this.http = new HttpExchanges(settings.connectTimeout(), settings.exchangeTimeout());
        this.limits = limits;
        this.clock = clock;
    }

    /** What became of a call. */
    sealed interface Called {

        /** The evidence; null where nothing was tried. */
        @Nullable
        Exchange exchange();

        /** There is no key to call with. */
        record NoKey(String problem, Exchange exchange) implements Called {}

        /** No longer wanted, right before sending. */
        record NotWanted() implements Called {
            @Override
            public @Nullable Exchange exchange() {
                return null;
            }
        }

        /** 429, with when to call again. */
        record Refused(Instant until, Exchange exchange) implements Called {}

        /** Any other status. The text is OnTime's, whole or with a flaw, the key not masked. */
        record Answered(
                int status, String text, @Nullable String flaw, boolean brokenOff, String words, Exchange exchange)
                implements Called {}

        /** No status. */
        record Unanswered(String why, boolean sent, Exchange exchange) implements Called {}
    }

    /** Calls, if the key is there and it is still wanted. */
    Called call(String call, @Nullable String body, int longest, BooleanSupplier stillWanted) {
        var uri = api.resolve(call);
        var started = clock.instant();
        var evidence = new Evidence(
                body == null ? "GET" : "POST",
                uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery(),
                body,
                started);
        return switch (key.current()) {
            case ApiKey.Current.Missing missing ->
                new Called.NoKey(missing.problem(), evidence.of(null, "", Duration.ZERO));
            case ApiKey.Current.Present present -> {
                var request = HttpRequest.newBuilder(uri)
                        .header(
                                "Authorization",
                                authScheme.isEmpty() ? present.key() : authScheme + " " + present.key())
                        .header("Accept", "application/json")
                        .header("User-Agent", "Session-Desk");
                if (body != null) {
                    request.header("Content-Type", "application/json");
                }
                yield stillWanted.getAsBoolean()
                        ? heard(http.exchange(request, body, longest), new KeyMask(present.key()), evidence)
                        : new Called.NotWanted();
            }
        };
    }

    /** Asks no clock and no database: once something was sent, nothing may come between the answer and the caller. */
    private Called heard(Heard heard, KeyMask mask, Evidence evidence) {
        var masked = evidence.masked(mask);
        return switch (heard) {
            case Heard.Silence silence ->
                new Called.Unanswered(silence.why(), silence.sent(), masked.of(null, "", silence.took()));
            case Heard.Answer answer -> {
                String text = answer.flaw() == null ? mask.mask(answer.text()) : mask.maskCutOff(answer.text());
                var exchange = masked.of(answer.status(), kept(text), answer.took());
                var now = evidence.started.plus(answer.took());
                limits.see(answer.headers(), now);
                if (answer.status() == 429) {
                    yield new Called.Refused(
                            new LimitHeaders(answer.headers(), now).quietUntil().orElseGet(() -> backOff(now)),
                            exchange);
                }
                refusedInARow.set(0);
                yield new Called.Answered(
                        answer.status(),
                        answer.text(),
                        mask.isIn(answer.text()) && answer.flaw() == null
                                ? "the answer repeats our key"
                                : answer.flaw(),
                        answer.brokenOff(),
                        answer.status() < 400 ? "" : mask.mask(FaultWords.of(text)),
                        exchange);
            }
        };
    }

    /**
     * A 429 that doesn't say until when: a minute, then twice as long each time, an hour at most. Those that were under way
     * together count once.
     */
    private synchronized Instant backOff(Instant now) {
        if (now.isBefore(backOffUntil)) {
            return backOffUntil;
        }
        int doublings = Math.min(refusedInARow.getAndIncrement(), DOUBLINGS);
        var wait = FIRST_BACK_OFF.multipliedBy(1L << doublings);
        backOffUntil = now.plus(wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF);
        return backOffUntil;
    }

    /** A NUL can't be stored in PostgreSQL's text. */
    private static String kept(String text) {
        String storable = text.replace('\0', '\uFFFD');
        if (storable.length() <= KEPT_CHARACTERS) {
            return storable;
        }
        int end =
                Character.isHighSurrogate(storable.charAt(KEPT_CHARACTERS - 1)) ? KEPT_CHARACTERS - 1 : KEPT_CHARACTERS;
        return storable.substring(0, end);
    }

    @Override
    public void close() {
        http.close();
    }

    private record Evidence(
            String method, String path, @Nullable String body, Instant started) {

        Evidence masked(KeyMask mask) {
            return new Evidence(method, mask.mask(path), body == null ? null : mask.mask(body), started);
        }

        Exchange of(@Nullable Integer status, String responseText, Duration took) {
            return new Exchange(method, path, status, body, responseText, started, took);
        }
    }
}
