package org.sessiondesk.ui.settled;

import static org.sessiondesk.ui.Messages.t;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.session.SignedDays;
import org.sessiondesk.signoff.ChangedSession;
import org.sessiondesk.signoff.EarlierSignOff;
import org.sessiondesk.signoff.LateChange;
import org.sessiondesk.signoff.Objection;
import org.sessiondesk.signoff.SettledDays;
import org.sessiondesk.signoff.SignOff;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.ui.deliveries.ValueWords;
import org.sessiondesk.ui.sessions.problem.ProblemWords;
import org.springframework.stereotype.Component;

/** What stands against a day, and what changed since it was signed before, in words. */
@Component
public class ChangedWords {

    /** Whose and of when it is stands above. */
    private static final List<SessionField> TOLD = List.of(
            SessionField.LOG_OUT,
            SessionField.TYPE,
            SessionField.VEHICLE,
            SessionField.START_MILEAGE,
            SessionField.END_MILEAGE);

    private final SettledDays settled;
    private final SettledWords words;
    private final Roster roster;
    private final SiteTimes times;
    private final ValueWords values;

    ChangedWords(SettledDays settled, SettledWords words, Roster roster, SiteTimes times) {
        this.settled = settled;
        this.words = words;
        this.roster = roster;
        this.times = times;
        this.values = new ValueWords(roster, times);
    }

    /** {@code Log-out missing, conflict}. */
    public static String objections(List<Objection> objections) {
        return objections.stream()
                .map(one -> one.rule() == null ? t("settled.objection." + one.kind()) : ProblemWords.brief(one.rule()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** {@code Signed Anna Tue 18:10}. */
    public String signed(SignOff signOff) {
        return t("day-check.signed.by", words.who(signOff.by()), words.at(signOff.at()));
    }

    /** Who signed and who opened it, why, and what isn't as it was signed. */
    public List<String> since(EarlierSignOff earlier) {
        var signOff = earlier.signOff();
        var head = t(
                "settled.earlier",
                words.who(signOff.by()),
                words.at(signOff.at()),
                words.who(earlier.by()),
                words.at(earlier.at()),
                earlier.reason());
        var changed =
                settled.changedSince(signOff).stream().flatMap(this::changed).toList();
        return Stream.concat(Stream.of(head), changed.isEmpty() ? Stream.of(t("settled.same")) : changed.stream())
                .toList();
    }

    private Stream<String> changed(ChangedSession session) {
        var before = session.before();
        var after = session.after();
        if (before == null) {
            return Stream.of(t("settled.added", logIn(after)));
        }
        if (after == null) {
            return Stream.of(t("settled.removed", logIn(before)));
        }
        return fields(before, after, values).stream();
    }

    private String logIn(@Nullable SessionValues of) {
        return of == null || of.logIn() == null ? "" : times.dated(of.logIn());
    }

    /** Of each late change, by its ID, what OnTime has other than we; of one that is new or gone, what it has of it. */
    public Map<UUID, List<String>> late(List<LateChange> changes) {
        var named = ValueWords.of(
                changes.stream()
                        .flatMap(one -> Stream.of(one.ours(), one.theirs()))
                        .toList(),
                roster,
                times);
        return changes.stream().collect(Collectors.toMap(LateChange::id, one -> late(one, named)));
    }

    private static List<String> late(LateChange change, ValueWords named) {
        return change.kind() == SignedDays.Kind.CHANGED
                ? fields(change.ours(), change.theirs(), named)
                : TOLD.stream()
                        .filter(field -> change.theirs().get(field) != null)
                        .map(field -> t(
                                "settled.value",
                                ValueWords.name(field),
                                named.of(field, change.theirs().get(field))))
                        .toList();
    }

    /** {@code Log out: Tue 2 Jun 17:00 → Tue 2 Jun 18:00}, each. */
    private static List<String> fields(SessionValues before, SessionValues after, ValueWords named) {
        return before.differences(after).stream()
                .sorted()
                .map(field -> t(
                        "settled.change",
                        ValueWords.name(field),
                        named.of(field, before.get(field)),
                        named.of(field, after.get(field))))
                .toList();
    }
}
