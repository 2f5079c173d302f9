package org.sessiondesk.sandbox;

/** Everything that can be made to go wrong with a call, or be spelled unlike the documentation. */
public enum FaultKind {
    /** 400 with Message and ModelState. */
    BAD_REQUEST(Effect.REPLACES, false),
    /** 401, as if the key were gone. */
    UNAUTHORISED(Effect.REPLACES, false),
    /** 403, as if the key had no permission for this kind of record. */
    FORBIDDEN(Effect.REPLACES, false),
    /** 429; variants {@code retry-after}, {@code retry-date}, {@code reset}, {@code bare}. */
    LIMIT_REACHED(Effect.REPLACES, false),
    /** 500, or the 5xx given as status. */
    SERVER_ERROR(Effect.REPLACES, false),
    /** 404, or 405 given as status: as if the address were wrong. */
    NOT_FOUND(Effect.REPLACES, false),
    /** 302 to the log-in page. */
    REDIRECT(Effect.REPLACES, false),
    /** 200 with an HTML log-in page. */
    HTML(Effect.REPLACES, false),
    /** The text given as variant, with 400 or the status given; {@code {key}} in it is the request's own key. */
    BODY(Effect.REPLACES, false),
    /** The connection is cut and nothing was stored. */
    CUT(Effect.REPLACES, false),
    /** What was posted is stored, then the connection is cut. */
    ANSWER_LOST(Effect.REPLACES, true),
    /** The right status with half a JSON body. */
    GARBLED(Effect.REPLACES, true),
    /** The right status with no body. */
    EMPTY(Effect.REPLACES, true),
    /** The right record with an ID nobody asked for, or with the one given as variant. */
    OTHER_ID(Effect.REPLACES, true),
    /** Stored and answered with one mile more at the end than was posted. */
    OTHER_VALUE(Effect.REPLACES, true),
    /** Waits some seconds, then takes the call. */
    SLOW(Effect.DELAYS, true),
    /** Takes the call, then waits some seconds before it answers. */
    SLOW_ANSWER(Effect.DELAYS, true),
    /** {@code LogInType} as a number. */
    ORDINALS(Effect.SPELLS, true),
    /** Date-times without a zone mark. */
    UNMARKED_TIMES(Effect.SPELLS, true),
    /** Date-times with seven fraction digits, always. */
    SEVEN_DIGITS(Effect.SPELLS, true),
    /** Guids in upper case. */
    UPPER_CASE_IDS(Effect.SPELLS, true),
    /** None as {@code 0001-01-01T00:00:00} and the all-zero Guid. */
    DOTNET_NONE(Effect.SPELLS, true),
    /** An unknown ID is answered 200 {@code null} instead of 404. */
    UNKNOWN_IS_NULL(Effect.SPELLS, true);

    /** What a fault does to a call: one that replaces the answer excludes others, the rest add up. */
    enum Effect {
        REPLACES,
        DELAYS,
        SPELLS
    }

    private final Effect effect;
    private final boolean stores;

    FaultKind(Effect effect, boolean stores) {
        this.effect = effect;
        this.stores = stores;
    }

    Effect effect() {
        return effect;
    }

    boolean stores() {
        return stores;
    }
}
