package org.sessiondesk.ontime;

import org.sessiondesk.ontime.OnTimeCalls.Called;
import org.sessiondesk.ontime.wire.NotReadable;

/** What a GET's answer means. */
final class ReadAnswers {

    private ReadAnswers() {}

    /** Makes a value of a text. */
    interface Reader<T> {
        T read(String text) throws NotReadable;
    }

    static <T> ReadAnswer<T> of(Called called, Reader<T> reader) {
        return switch (called) {
            case Called.NoKey none -> new ReadAnswer.NotAuthorised<>(none.problem(), NotAuthorisedWhy.KEY_MISSING);
            case Called.NotWanted _ -> new ReadAnswer.TryLater<>("not asked");
            case Called.Refused refused -> new ReadAnswer.LimitReached<>(refused.until());
            case Called.Unanswered silence -> new ReadAnswer.TryLater<>(silence.why());
            case Called.Answered answered -> byStatus(answered, reader);
        };
    }

    private static <T> ReadAnswer<T> byStatus(Called.Answered answered, Reader<T> reader) {
        int status = answered.status();
        return switch (status) {
            case 200 -> record(answered, reader);
            case 401 -> new ReadAnswer.NotAuthorised<>(answered.words(), NotAuthorisedWhy.KEY_REFUSED);
            case 403 -> new ReadAnswer.Forbidden<>(answered.words());
            case 404 -> new ReadAnswer.NotThere<>();
            default -> {
                if (status >= 300 && status < 400) {
                    yield new ReadAnswer.NotAuthorised<>(PostAnswers.redirect(status), NotAuthorisedWhy.WRONG_ADDRESS);
                }
                yield status >= 500
                        ? new ReadAnswer.TryLater<>("OnTime answered " + status)
                        : malformed("OnTime answered " + status + ": " + answered.words(), answered);
            }
        };
    }

    private static <T> ReadAnswer<T> record(Called.Answered answered, Reader<T> reader) {
        if (answered.flaw() != null) {
            return answered.brokenOff()
                    ? new ReadAnswer.TryLater<>(answered.flaw())
                    : malformed(answered.flaw(), answered);
        }
        if (answered.text().strip().equals("null")) {
            return new ReadAnswer.NotThere<>();
        }
        try {
            return new ReadAnswer.Found<>(reader.read(answered.text()));
        } catch (NotReadable e) {
            return malformed(e.reason(), answered);
        }
    }

    private static <T> ReadAnswer<T> malformed(String reason, Called.Answered answered) {
        return new ReadAnswer.Malformed<>(reason, answered.exchange().shown());
    }
}
