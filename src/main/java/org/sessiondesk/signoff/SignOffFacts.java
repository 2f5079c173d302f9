package org.sessiondesk.signoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.Subject;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;

/** What of settled days stands in the trail. */
final class SignOffFacts {

    private SignOffFacts() {}

    static Fact signed(SignOff signOff, List<CountedSession> sessions, List<Objection> warnings) {
        return about(signOff.day(), "signed", signOff.by())
                .about("sign-off", signOff.id())
                .about(subjects(sessions.stream().map(CountedSession::id).toList()))
                .detail(
                        "versions",
                        sessions.stream().map(CountedSession::version).toList())
                .detail(
                        "warnings",
                        warnings.stream()
                                .map(one ->
                                        one.rule() == null ? null : one.rule().name())
                                .toList())
                .detail("driverSeconds", signOff.totals().driver().toSeconds())
                .detail("dispatcherSeconds", signOff.totals().dispatcher().toSeconds())
                .detail("distance", signOff.totals().distance())
                .text("reason", signOff.reason());
    }

    static Fact reopened(SignOff signOff, List<UUID> sessions, UUID by, String reason) {
        return about(signOff.day(), "reopened", by)
                .about("sign-off", signOff.id())
                .about(subjects(sessions))
                .detail("signedBy", signOff.by())
                .detail("signedAt", signOff.at())
                .text("reason", reason);
    }

    /** OnTime, or a person with a file, brought something for a settled day. */
    static Fact late(SignedDays.LateChange late, Actor by) {
        return Fact.of("signoff.late", by)
                .about("session", late.session())
                .detail("late", late.kind().name())
                .detail("changes", changes(late.before(), late.theirs()));
    }

    static Fact decided(LateChange late, String what, UUID by) {
        return Fact.of("signoff." + what, Actor.person(by))
                .about("session", late.session())
                .detail("late", late.kind().name())
                .detail("changes", changes(late.ours(), late.theirs()));
    }

    /** As the trail keeps those of a correction. */
    private static List<Map<String, @Nullable Object>> changes(SessionValues before, SessionValues after) {
        return before.differences(after).stream()
                .sorted()
                .map(field -> {
                    var change = new LinkedHashMap<String, @Nullable Object>();
                    change.put("field", field.name());
                    change.put("before", plain(before.get(field)));
                    change.put("after", plain(after.get(field)));
                    return (Map<String, @Nullable Object>) change;
                })
                .toList();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Integer ? value : value.toString();
    }

    static Fact about(DriverDay day, String what, UUID by) {
        return Fact.of("signoff." + what, Actor.person(by))
                .about("driver", day.driver())
                .detail("day", day.day().toString());
    }

    static Fact period(ClosedPeriod period, String what, UUID by) {
        return Fact.of("signoff." + what, Actor.person(by))
                .about("period", period.id())
                .detail("firstDay", period.days().first().toString())
                .detail("lastDay", period.days().last().toString());
    }

    private static List<Subject> subjects(List<UUID> sessions) {
        return sessions.stream().map(id -> Subject.of("session", id)).toList();
    }
}
