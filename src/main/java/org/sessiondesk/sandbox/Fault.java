package org.sessiondesk.sandbox;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fault that waits for its calls.
 *
 * @param calls the calls it strikes; none given: all
 * @param times how many calls it still strikes; null: until it is switched off
 * @param probability of striking a call, 0 to 1; null: every one
 * @param session only calls about this session
 * @param status instead of the kind's usual one
 * @param seconds how long to wait, or until a limit resets
 * @param variant which form of the kind
 * @param stores whether a POST is stored all the same; null: as is usual for the kind
 */
public record Fault(
        FaultKind kind,
        @Nullable Set<Call.Kind> calls,
        @Nullable Integer times,
        @Nullable Double probability,
        @Nullable UUID session,
        @Nullable Integer status,
        @Nullable Integer seconds,
        @Nullable String variant,
        @Nullable Boolean stores) {

    boolean meets(Call.Kind call, @Nullable UUID subject) {
        return (calls == null || calls.isEmpty() || calls.contains(call))
                && (session == null || session.equals(subject));
    }

    boolean storesAllTheSame() {
        return stores == null ? kind.stores() : stores;
    }

    int statusOr(int usual) {
        return status == null ? usual : status;
    }

    int secondsOr(int usual) {
        return seconds == null ? usual : seconds;
    }

    double chance() {
        return probability == null ? 1 : probability;
    }
}
