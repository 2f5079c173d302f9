package org.sessiondesk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.sessiondesk.ontime.OnTimeAnswer;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.DriverSession;
import org.springframework.beans.factory.annotation.Autowired;

/** A sender that stood still after its last check, and goes on when the test says so. */
abstract class FrozenSender extends DeliveryDesk {

    @Autowired
    Attempts attempts;

    @Autowired
    UserSessionText texts;

    /** Its number is taken, its body kept, and another has given it up; the queue stands still. */
    Attempt frozenUpdate(DriverSession session, int endMileage) {
        queue.pause();
        correct(session, endMileage);
        return frozen(session.id());
    }

    Attempt frozenCreate() {
        queue.pause();
        return frozen(create());
    }

    Attempt frozen(UUID session) {
        var attempt = ((Work.Send) attempts.begin(session)).attempt();
        assertThat(attempts.freeze(attempt, body(attempt))).isTrue();
        assertThat(attempts.begin(session)).isInstanceOf(Work.LookAgain.class);
        return attempt;
    }

    String body(Attempt attempt) {
        var record = attempt.lastKnown();
        return record == null
                ? texts.create(attempt.wanted())
                : texts.body(record.text(), attempt.wanted(), attempt.wanted().differences(record.values()));
    }

    /** What the frozen one had checked its number for leaves only now. */
    OnTimeAnswer.Accepted sendsNow(Attempt frozen) {
        return (OnTimeAnswer.Accepted) client.post(body(frozen), frozen.ontimeId(), () -> true);
    }

    List<Integer> endMileagesSent(DriverSession session) {
        return ontime.posts(ontimeId(session)).stream()
                .map(post -> texts.read(post.path("body").asString()))
                .map(read -> ((UserSessionText.Reading.Read) read).session().endMileage())
                .toList();
    }

    int endMileageInOnTime(DriverSession session) {
        return ontime.session(ontimeId(session)).path("EndMileage").asInt();
    }

    int trailOfLate(UUID session) {
        return jdbc.sql("""
                        select count(*) from audit_entry join audit_subject using (position)
                        where action = 'delivery.late' and kind = 'session' and id = ?
                        """).param(session.toString()).query(Integer.class).single();
    }
}
