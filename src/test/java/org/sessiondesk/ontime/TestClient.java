package org.sessiondesk.ontime;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeSettings.UnmarkedTimes;
import org.sessiondesk.ontime.OnTimeSettings.UnrecordedMileage;

/** The real client with a key, short time-outs, and a clock that stands. */
final class TestClient implements Closeable {

    static final String KEY = "k/3y-that-nobody-may-see";
    static final Instant NOW = Instant.parse("2026-06-02T12:00:00Z");
    static final UUID ID = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    static final UUID OTHER_ID = UUID.fromString("11111111-d9cb-469f-a165-70867728950e");
    static final String RECORD = "{\"ID\":\"" + ID + "\",\"LogInType\":\"Driver\"}";
    static final String CREATE = "{\"LogInType\":\"Driver\"}";

    /** Long after its time-out, for a busy machine; what drips goes on for longer. */
    static final Duration GIVES_UP_WITHIN = Duration.ofSeconds(15);

    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final LimitsSeen limits = new LimitsSeen(published::add);
    private final OnTimeCalls calls;
    private final OnTimeClient client;
    private Instant now = NOW;

    TestClient(OnTimeSettings settings) {
        calls = new OnTimeCalls(settings, limits, () -> now);
        client = new HttpOnTimeClient(calls, new UserSessionText(ZoneOffset.UTC, UnrecordedMileage.ZERO));
    }

    TestClient(String baseUrl) {
        this(settings(baseUrl, KEY, null, ""));
    }

    static OnTimeSettings settings(String baseUrl, String key, @Nullable Path keyFile, String scheme) {
        return new OnTimeSettings(
                baseUrl,
                "acme",
                key,
                keyFile,
                scheme,
                true,
                true,
                Duration.ofMinutes(5),
                14,
                1,
                UnmarkedTimes.UTC,
                UnrecordedMileage.ZERO,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2));
    }

    /** The client's clock, {@link #NOW} at first. */
    void clock(Instant later) {
        now = later;
    }

    OnTimeClient calls() {
        return client;
    }

    OnTimeAnswer update() {
        return client.post(RECORD, ID, () -> true);
    }

    OnTimeAnswer create() {
        return client.post(CREATE, null, () -> true);
    }

    Optional<Limits> limits() {
        return limits.newest();
    }

    List<Object> published() {
        return published;
    }

    @Override
    public void close() {
        calls.close();
    }
}
