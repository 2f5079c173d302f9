package org.sessiondesk.ontime;

import java.time.Instant;

/** What became of a GET. Reading changes nothing in OnTime, so every case may be repeated. */
public sealed interface ReadAnswer<T> {

    /** OnTime's answer, read. */
    record Found<T>(T value) implements ReadAnswer<T> {}

    /** 404 or {@code null}. For a list rather a sign that the address is wrong. */
    record NotThere<T>() implements ReadAnswer<T> {}

    /** 403: this kind of record may not be read with our key; others may. */
    record Forbidden<T>(String words) implements ReadAnswer<T> {}

    /** As with a POST: no request of this site can succeed until a person mends something. */
    record NotAuthorised<T>(String words, NotAuthorisedWhy why) implements ReadAnswer<T> {}

    /** The whole site has to be quiet until then. Never in the past. */
    record LimitReached<T>(Instant until) implements ReadAnswer<T> {}

    /** Out of reach, too slow, cut off, or a fault of OnTime's: to be asked again after a while. */
    record TryLater<T>(String why) implements ReadAnswer<T> {}

    /**
     * An answer that is no such record.
     *
     * @param shown the first 2,000 characters of what came, as text
     */
    record Malformed<T>(String reason, String shown) implements ReadAnswer<T> {}
}
