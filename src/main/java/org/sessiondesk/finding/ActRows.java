package org.sessiondesk.finding;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.finding.FindingActs.Outcome;
import org.sessiondesk.finding.check.Columns;
import org.sessiondesk.finding.check.DueSessions;
import org.sessiondesk.finding.check.Prints;
import org.sessiondesk.finding.check.Problems;
import org.sessiondesk.finding.check.Recheck;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.session.CorrectionVeto;
import org.sessiondesk.session.DriverSession;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.session.SessionField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what people say about findings; the session is locked first, then nobody judges until it is committed. */
@Component
class ActRows {

    private static final String ASIDE = "ASIDE";

    private final JdbcClient jdbc;
    private final DriverSessions sessions;
    private final List<CorrectionVeto> vetoes;
    private final Recheck recheck;
    private final Prints prints;
    private final Problems problems;
    private final DueSessions due;
    private final MovedSessions moved;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    ActRows(
            JdbcClient jdbc,
            DriverSessions sessions,
            List<CorrectionVeto> vetoes,
            Recheck recheck,
            Prints prints,
            Problems problems,
            DueSessions due,
            MovedSessions moved,
            AuditTrail trail,
            LiveNews news,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.vetoes = vetoes;
        this.recheck = recheck;
        this.prints = prints;
        this.problems = problems;
        this.due = due;
        this.moved = moved;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    Outcome dismiss(UUID session, Rule rule, SessionField field, String reason) {
        hold(session);
        if (!mark(session, rule, field, true)) {
            return Outcome.NOTHING_THERE;
        }
        var now = prints.of(session);
        jdbc.sql("""
                        insert into dismissal (session_id, rule, field, person_id, dismissed_at, vehicle_print, driver_print)
                        values (:session, :rule, :field, :person, :now, :vehicle, :driver)
                        """)
                .param("session", session)
                .param("rule", rule.name())
                .param("field", field.name())
                .param("person", person())
                .param("now", Columns.at(clock.instant()))
                .param("vehicle", now.vehicle())
                .param("driver", now.driver())
                .update();
        note(session, about(rule, field), reason);
        trail.record(fact("dismissed", session)
                .detail("rule", rule.name())
                .detail("field", field.name())
                .text("note", reason));
        return Outcome.DONE;
    }

    Outcome restore(UUID session, Rule rule, SessionField field) {
        hold(session);
        int gone = jdbc.sql("delete from dismissal where session_id = ? and rule = ? and field = ?")
                .params(session, rule.name(), field.name())
                .update();
        if (gone == 0) {
            return Outcome.NOTHING_THERE;
        }
        note(session, about(rule, field), null);
        mark(session, rule, field, false);
        trail.record(fact("restored", session).detail("rule", rule.name()).detail("field", field.name()));
        return Outcome.DONE;
    }

    /** Sets whether a finding counts as dismissed, with all that is told of it; whether there was one to set. */
    private boolean mark(UUID session, Rule rule, SessionField field, boolean dismissed) {
        var touched = new ArrayList<UUID>(jdbc.sql("""
                        update finding set dismissed = :dismissed
                        where session_id = :session and rule = :rule and field = :field and dismissed <> :dismissed
                        returning coalesce(contradicts, session_id)
                        """)
                .param("dismissed", dismissed)
                .param("session", session)
                .param("rule", rule.name())
                .param("field", field.name())
                .query(UUID.class)
                .list());
        if (touched.isEmpty()) {
            return false;
        }
        touched.add(session);
        problems.bring(touched.stream().distinct().toList());
        tell(session);
        return true;
    }

    Outcome putAside(UUID session, Instant until, @Nullable String note) {
        var now = clock.instant();
        if (!until.isAfter(now)) {
            throw new IllegalArgumentException("aside until " + until + ", which is past");
        }
        hold(session);
        if (!problems.standsOn(session)) {
            return Outcome.NOTHING_THERE;
        }
        jdbc.sql("""
                        insert into put_aside (session_id, aside_until, person_id, put_at) values (:session, :until, :person, :now)
                        on conflict (session_id) do update
                        set aside_until = excluded.aside_until, person_id = excluded.person_id, put_at = excluded.put_at
                        """)
                .param("session", session)
                .param("until", Columns.at(until))
                .param("person", person())
                .param("now", Columns.at(now))
                .update();
        note(session, ASIDE, note);
        problems.bring(List.of(session));
        trail.record(fact("put-aside", session).detail("until", until).text("note", note));
        tell(session);
        return Outcome.DONE;
    }

    Outcome takeBack(UUID session) {
        hold(session);
        int gone = jdbc.sql("delete from put_aside where session_id = ?")
                .param(session)
                .update();
        if (gone == 0) {
            return Outcome.NOTHING_THERE;
        }
        note(session, ASIDE, null);
        problems.bring(List.of(session));
        trail.record(fact("taken-back", session));
        tell(session);
        return Outcome.DONE;
    }

    Outcome notKnown(UUID session, SessionField reading) {
        var here = sessions.lock(session);
        if (here.isEmpty() || here.get().values().get(reading) == null) {
            return Outcome.NOTHING_THERE;
        }
        if (isSettled(here.get())) {
            return Outcome.SETTLED;
        }
        int said = jdbc.sql("""
                        insert into reading_not_known (session_id, field, person_id, said_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(session, reading.name(), person(), Columns.at(clock.instant()))
                .update();
        return said == 0 ? Outcome.NOTHING_THERE : judgedAgain(session, "not-known", reading);
    }

    Outcome known(UUID session, SessionField reading) {
        if (sessions.lock(session).filter(this::isSettled).isPresent()) {
            return Outcome.SETTLED;
        }
        int gone = jdbc.sql("delete from reading_not_known where session_id = ? and field = ?")
                .params(session, reading.name())
                .update();
        return gone == 0 ? Outcome.NOTHING_THERE : judgedAgain(session, "known", reading);
    }

    /** A reading that counts, or no longer does, changes the distance of its day. */
    private boolean isSettled(DriverSession session) {
        return vetoes.stream()
                .anyMatch(veto -> veto.against(session.id(), session.values(), session.values())
                        .isPresent());
    }

    private Outcome judgedAgain(UUID session, String verb, SessionField reading) {
        due.around(session);
        moved.soon();
        trail.record(fact(verb, session).detail("field", reading.name()));
        tell(session);
        return Outcome.DONE;
    }

    Outcome newOdometer(UUID vehicle, Instant since, int reading) {
        int said = jdbc.sql("""
                        insert into new_odometer (vehicle_id, since, reading, person_id, said_at) values (?, ?, ?, ?, ?)
                        on conflict (vehicle_id, since) do update
                        set reading = excluded.reading, person_id = excluded.person_id, said_at = excluded.said_at
                        where new_odometer.reading <> excluded.reading
                        """)
                .params(vehicle, Columns.at(since), reading, person(), Columns.at(clock.instant()))
                .update();
        return said == 0
                ? Outcome.NOTHING_THERE
                : judgedAround(
                        vehicle,
                        since,
                        Fact.of("finding.new-odometer", Actor.person(person())).detail("reading", reading));
    }

    Outcome sameOdometer(UUID vehicle, Instant since) {
        int gone = jdbc.sql("delete from new_odometer where vehicle_id = ? and since = ?")
                .params(vehicle, Columns.at(since))
                .update();
        return gone == 0
                ? Outcome.NOTHING_THERE
                : judgedAround(vehicle, since, Fact.of("finding.same-odometer", Actor.person(person())));
    }

    private Outcome judgedAround(UUID vehicle, Instant since, Fact fact) {
        due.around(vehicle, since);
        moved.soon();
        trail.record(fact.about("vehicle", vehicle).detail("since", since));
        return Outcome.DONE;
    }

    private void hold(UUID session) {
        sessions.hold(session);
        recheck.standStill();
    }

    private void note(UUID session, String about, @Nullable String note) {
        jdbc.sql("delete from finding_note where session_id = ? and about = ?")
                .params(session, about)
                .update();
        if (note != null && !note.isBlank()) {
            jdbc.sql("insert into finding_note (session_id, about, note) values (?, ?, ?)")
                    .params(session, about, note)
                    .update();
        }
    }

    private void tell(UUID session) {
        news.mention(News.of(News.Topic.FINDING, session));
    }

    private static String about(Rule rule, SessionField field) {
        return rule + " " + field;
    }

    private static Fact fact(String verb, UUID session) {
        return Fact.of("finding." + verb, Actor.person(person())).about("session", session);
    }

    private static UUID person() {
        return SignedIn.now().id();
    }
}
