package org.sessiondesk.delivery;

/** Why a delivery is in its state; the screens put it into words. */
public enum DeliveryReason {
    /** Waiting: it can still be undone. */
    NEW,
    /** Waiting: OnTime was out of reach or failed. */
    TRY_LATER,
    /** Waiting: sent, but no usable answer came; sending again does no harm. */
    NO_ANSWER,
    /** Waiting: OnTime refused key, permission or address. */
    NOT_AUTHORISED,
    /** Waiting: OnTime's own limit is reached. */
    LIMIT_REACHED,
    /** Waiting: a try that was given up was answered after all, and may have overwritten what came after it. */
    LATE_ANSWER,
    /** Waiting: a person decided that it hadn't arrived. */
    SEND_AGAIN,
    /** On its way. */
    SENDING,
    /** Accepted as it was sent. */
    TAKEN,
    /** Accepted, but OnTime holds something else than was sent. */
    TAKEN_OTHERWISE,
    /** Accepted: OnTime had it already, nothing was sent. */
    ALREADY_THERE,
    /** Accepted: an earlier try, never answered, had arrived. */
    ARRIVED_EARLIER,
    /** Accepted: OnTime answered with the record of another ID, a possible duplicate. */
    TAKEN_WITH_OTHER_ID,
    /** Accepted: the look-up found the one record that it must be. */
    FOUND,
    /** Accepted: a person said which record it is. */
    PICKED,
    /** Rejected, in OnTime's words. */
    REFUSED,
    /** Rejected: OnTime doesn't have the record any more. */
    NOT_THERE,
    /** Uncertain: being looked for. */
    LOOKING,
    /** Uncertain: looked for twice, not there; a person decides. */
    NOT_FOUND,
    /** Uncertain: more than one record could be it; a person decides. */
    SEVERAL_FOUND,
    /** Uncertain: it can't be looked for, reading isn't allowed; a person decides. */
    NO_LOOK_UP,
    /** Uncertain: OnTime has more that it might be than are looked at; a person decides. */
    TOO_MANY,
    /** Uncertain: OnTime's answers can't all be read; a person decides, or a later look finds it. */
    UNREADABLE,
    /** Conflict: OnTime's record changed meanwhile. */
    CHANGED_IN_ONTIME,
    /** Conflict: OnTime answered with the record of another ID and the right one isn't as sent. */
    OTHER_ID,
    /** Withdrawn: nothing is left to send. */
    NOTHING_TO_SEND,
    /** Withdrawn: a person took OnTime's values or discarded it. */
    GIVEN_UP,
    /** Withdrawn: a newer correction replaced it. */
    REPLACED,
    /** Withdrawn: went into the one ahead of it. */
    JOINED
}
