package org.sessiondesk.ontime;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeCalls.Called;

/** What a POST's answer means: the one place where HTTP turns into {@link OnTimeAnswer}. */
final class PostAnswers {

    private final UserSessionText sessionText;
    private final @Nullable UUID expectedId;

    /**
     * @param expectedId null for a create, of which a fault of OnTime's leaves open whether it was stored
     */
    PostAnswers(UserSessionText sessionText, @Nullable UUID expectedId) {
        this.sessionText = sessionText;
        this.expectedId = expectedId;
    }

    OnTimeAnswer of(Called called) {
        return switch (called) {
            case Called.NotWanted _ -> new OnTimeAnswer.Superseded();
            case Called.NoKey none ->
                new OnTimeAnswer.NotAuthorised(none.problem(), NotAuthorisedWhy.KEY_MISSING, none.exchange());
            case Called.Refused refused -> new OnTimeAnswer.LimitReached(refused.until(), refused.exchange());
            case Called.Unanswered silence when silence.sent() -> unknown(silence.why(), silence.exchange());
            case Called.Unanswered silence -> new OnTimeAnswer.TryLater(silence.why(), silence.exchange());
            case Called.Answered answered -> byStatus(answered);
        };
    }

    private OnTimeAnswer byStatus(Called.Answered answered) {
        int status = answered.status();
        return switch (status) {
            case 200, 201 -> receipt(answered);
            case 401 -> notAuthorised(answered.words(), NotAuthorisedWhy.KEY_REFUSED, answered);
            case 403 -> notAuthorised(answered.words(), NotAuthorisedWhy.NOT_PERMITTED, answered);
            case 404, 405 ->
                notAuthorised(
                        "OnTime answered " + status + ": " + answered.words(),
                        NotAuthorisedWhy.WRONG_ADDRESS,
                        answered);
            default -> {
                if (status >= 300 && status < 400) {
                    yield notAuthorised(redirect(status), NotAuthorisedWhy.WRONG_ADDRESS, answered);
                }
                if (status >= 400 && status < 500) {
                    yield new OnTimeAnswer.Rejected(answered.words(), answered.exchange());
                }
                String why = "OnTime answered " + status;
                yield status >= 500 && expectedId != null
                        ? new OnTimeAnswer.TryLater(why, answered.exchange())
                        : unknown(why, answered.exchange());
            }
        };
    }

    /** Never followed: the key would go to another address. */
    static String redirect(int status) {
        return "OnTime's address answers with a redirect (" + status + ")";
    }

    private OnTimeAnswer receipt(Called.Answered answered) {
        if (answered.flaw() != null) {
            return unknown(answered.flaw(), answered.exchange());
        }
        return switch (sessionText.read(answered.text())) {
            case UserSessionText.Reading.Malformed malformed -> unknown(malformed.reason(), answered.exchange());
            case UserSessionText.Reading.Read read -> receipt(read.session(), answered.exchange());
        };
    }

    private OnTimeAnswer receipt(UserSession remote, Exchange exchange) {
        if (remote.id() == null) {
            return unknown("the record that came back has no ID", exchange);
        }
        return expectedId == null || expectedId.equals(remote.id())
                ? new OnTimeAnswer.Accepted(remote, exchange)
                : new OnTimeAnswer.Unknown("the record that came back has another ID", remote, exchange);
    }

    private static OnTimeAnswer unknown(String why, Exchange exchange) {
        return new OnTimeAnswer.Unknown(why, null, exchange);
    }

    private static OnTimeAnswer notAuthorised(String words, NotAuthorisedWhy why, Called.Answered answered) {
        return new OnTimeAnswer.NotAuthorised(words, why, answered.exchange());
    }
}
