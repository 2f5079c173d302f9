package org.sessiondesk.ontime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a POST. Each case asks for a different next step; words are OnTime's or ours, without the key, to be
 * shown as text.
 */
public sealed interface OnTimeAnswer {

    /**
     * OnTime has it and says what it holds now, which may differ from what was sent. The record has an ID: the expected
     * one, or for a create a new one (whether it is really new, only the caller can know).
     */
    record Accepted(UserSession remote, Exchange exchange) implements OnTimeAnswer {}

    /** OnTime read it and refuses it: sending the same again is no use. */
    record Rejected(String words, Exchange exchange) implements OnTimeAnswer {}

    /** No request of this site can succeed until a person mends the key, its permission or the address. */
    record NotAuthorised(String words, NotAuthorisedWhy why, Exchange exchange) implements OnTimeAnswer {}

    /** The whole site has to be quiet until then. Never in the past. */
    record LimitReached(Instant until, Exchange exchange) implements OnTimeAnswer {}

    /** Certainly not taken, or harmless to repeat: to be sent again after a while. */
    record TryLater(String why, Exchange exchange) implements OnTimeAnswer {}

    /**
     * Sent, and OnTime may or may not have it.
     *
     * @param other the record of another ID that came back instead of the expected one, a possible duplicate
     */
    record Unknown(String why, @Nullable UserSession other, Exchange exchange) implements OnTimeAnswer {}

    /** A newer attempt was there right before sending: nothing was sent. */
    record Superseded() implements OnTimeAnswer {}
}
