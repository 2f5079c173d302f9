package org.sessiondesk.ontime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeCalls.Called;
import org.sessiondesk.ontime.wire.NotReadable;

/** OnTime over HTTP: the addresses of the calls, and what makes a record the one that was asked for. */
final class HttpOnTimeClient implements OnTimeClient {

    private static final int LONGEST_RECORD = 1 << 20;

    /** Some 400,000 Guids. */
    private static final int LONGEST_LIST = 16 << 20;

    private final OnTimeCalls calls;
    private final UserSessionText sessionText;

    HttpOnTimeClient(OnTimeCalls calls, UserSessionText sessionText) {
        this.calls = calls;
        this.sessionText = sessionText;
    }

    @Override
    public ReadAnswer<List<UUID>> sessionIds(
            @Nullable UUID userId, @Nullable Instant leastLogIn, Consumer<Exchange> evidence) {
        var query = new ArrayList<String>();
        if (userId != null) {
            query.add("userId=" + userId);
        }
        if (leastLogIn != null) {
            query.add("logInTime=" + URLEncoder.encode(UserSessionText.wireTime(leastLogIn), StandardCharsets.UTF_8));
        }
        return list(query.isEmpty() ? "userSessions" : "userSessions?" + String.join("&", query), evidence);
    }

    @Override
    public ReadAnswer<UserSession> session(UUID id, Consumer<Exchange> evidence) {
        return record("userSessions", id, this::readSession, UserSession::id, evidence);
    }

    @Override
    public ReadAnswer<List<UUID>> userIds() {
        return list("users", _ -> {});
    }

    @Override
    public ReadAnswer<OnTimeUser> user(UUID id) {
        return record("users", id, RosterText::user, OnTimeUser::id, _ -> {});
    }

    @Override
    public ReadAnswer<List<UUID>> vehicleIds() {
        return list("vehicles", _ -> {});
    }

    @Override
    public ReadAnswer<OnTimeVehicle> vehicle(UUID id) {
        return record("vehicles", id, RosterText::vehicle, OnTimeVehicle::id, _ -> {});
    }

    private UserSession readSession(String text) throws NotReadable {
        return switch (sessionText.read(text)) {
            case UserSessionText.Reading.Read read -> read.session();
            case UserSessionText.Reading.Malformed malformed -> throw new NotReadable(malformed.reason());
        };
    }

    private ReadAnswer<List<UUID>> list(String call, Consumer<Exchange> evidence) {
        return ReadAnswers.of(get(call, LONGEST_LIST, evidence), RosterText::ids);
    }

    private Called get(String call, int longest, Consumer<Exchange> evidence) {
        Called called = calls.call(call, null, longest, () -> true);
        var exchange = called.exchange();
        if (exchange != null) {
            evidence.accept(exchange);
        }
        return called;
    }

    private <T> ReadAnswer<T> record(
            String plural, UUID id, ReadAnswers.Reader<T> reader, IdOf<T> idOf, Consumer<Exchange> evidence) {
        return ReadAnswers.of(get(plural + "/" + id, LONGEST_RECORD, evidence), text -> {
            T read = reader.read(text);
            if (!id.equals(idOf.idOf(read))) {
                throw new NotReadable("another record came than the one asked for");
            }
            return read;
        });
    }

    private interface IdOf<T> {
        @Nullable
        UUID idOf(T read);
    }

    @Override
    public OnTimeAnswer post(String body, @Nullable UUID expectedId, BooleanSupplier stillNewest) {
        checkId(body, expectedId);
        Called called = calls.call("userSession/post", body, LONGEST_RECORD, stillNewest);
        return new PostAnswers(sessionText, expectedId).of(called);
    }

    private void checkId(String body, @Nullable UUID expectedId) {
        try {
            if (!Objects.equals(sessionText.id(body), expectedId)) {
                throw new IllegalArgumentException("The body's ID is not the expected " + expectedId);
            }
        } catch (NotReadable e) {
            throw new IllegalArgumentException("The body can't be read: " + e.reason(), e);
        }
    }
}
