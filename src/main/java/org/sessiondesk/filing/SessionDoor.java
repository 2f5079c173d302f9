package org.sessiondesk.filing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionField;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.IntakePreview;
import org.sessiondesk.session.IntakePreview.Known;
import org.sessiondesk.session.SessionIntake;
import org.sessiondesk.session.SessionIntake.Read;
import org.sessiondesk.session.SessionIntake.TakeReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions of a file, through the door of a reading. A session whose correction hasn't been delivered is left alone
 * altogether, its last-known record too: what an older file says is no news of OnTime.
 */
@Component
class SessionDoor implements FileDoor {

    /** A correction may come between comparing and taking in; twice in a moment is rare. */
    private static final int MOST_TRIES = 3;

    private final IntakePreview preview;
    private final SessionIntake intake;
    private final UserSessionText texts;
    private final FilingLedger ledger;
    private final TransactionOperations transactions;

    SessionDoor(
            IntakePreview preview,
            SessionIntake intake,
            UserSessionText texts,
            FilingLedger ledger,
            TransactionOperations transactions) {
        this.preview = preview;
        this.intake = intake;
        this.texts = texts;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.SESSIONS;
    }

    @Override
    public Tally file(FileKind kind, List<GoodRow> rows, @Nullable Order order, Consumer<BadFinding> bad) {
        var sum = Tally.NONE;
        var left = rows;
        for (int tries = 1; !left.isEmpty(); tries++) {
            var compared = compare(left, bad);
            if (order == null) {
                return sum.plus(compared.tally());
            }
            sum = sum.plus(compared.withoutWrites());
            if (compared.reads().isEmpty()) {
                return sum;
            }
            var report = take(compared.reads(), order);
            sum = sum.plus(new Tally(
                    report.added(),
                    report.changed(),
                    report.same(),
                    report.candidates().size(),
                    0));
            var dropped = Set.copyOf(report.dropped());
            if (tries == MOST_TRIES) {
                return sum.plus(new Tally(0, 0, 0, dropped.size(), 0));
            }
            left = left.stream().filter(row -> dropped.contains(row.id())).toList();
        }
        return sum;
    }

    private TakeReport take(List<Read> reads, Order order) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var report = intake.take(reads, cause(order));
            ledger.wrote(order.filing(), report.added(), report.changed());
            return report;
        }));
    }

    private static Fact cause(Order order) {
        return Fact.of("session.filed", Actor.person(order.person()))
                .about("file", order.filing())
                .text("fileName", order.fileName());
    }

    /** How rows stand, and the records among them that are worth taking in. */
    private record Compared(Tally tally, List<Read> reads) {

        /** What is counted here; the rest counts once it was taken in. */
        Tally withoutWrites() {
            return new Tally(0, 0, tally.same(), tally.held(), tally.bad());
        }
    }

    private Compared compare(List<GoodRow> rows, Consumer<BadFinding> bad) {
        Map<UUID, Known> known = preview.known(rows.stream().map(GoodRow::id).toList());
        var reads = new ArrayList<Read>();
        var fresh = new LinkedHashMap<UUID, UserSession>();
        var refused = new ArrayList<BadFinding>();
        int changed = 0;
        int same = 0;
        int held = 0;
        int corrected = 0;
        for (var row : rows) {
            var session = known.get(row.id());
            if (session == null) {
                var record = read(row.text());
                var lacks = lacks(row, record);
                if (lacks == null) {
                    fresh.put(row.id(), record);
                } else {
                    refused.add(lacks);
                }
            } else if (session.open() || session.lastKnown() == null) {
                held++;
            } else {
                var record = merged(session.lastKnown(), row);
                if (session.differs(record)) {
                    changed++;
                    corrected += session.corrected() ? 1 : 0;
                    reads.add(new Read(record, session.seen()));
                } else {
                    same++;
                }
            }
        }
        refused.forEach(bad);
        Set<UUID> ours = preview.mayBeOurs(fresh.values());
        fresh.values().stream()
                .filter(record -> !ours.contains(record.id()))
                .forEach(record -> reads.add(new Read(record, null)));
        return new Compared(
                new Tally(fresh.size() - ours.size(), changed, same, held + ours.size(), refused.size(), corrected),
                reads);
    }

    /** A session that nobody knows yet must say whose it is and when it began. */
    private static @Nullable BadFinding lacks(GoodRow row, UserSession record) {
        if (record.userId() == null) {
            return new BadFinding(row, UserSessionField.USER_ID.wireName(), Reason.NEW_WITHOUT_DRIVER);
        }
        return record.logInTime() == null
                ? new BadFinding(row, UserSessionField.LOG_IN_TIME.wireName(), Reason.NEW_WITHOUT_LOG_IN)
                : null;
    }

    /** OnTime's last record with what the file says otherwise; a field in another spelling is no difference. */
    private UserSession merged(UserSession lastKnown, GoodRow row) {
        var said = read(row.text());
        var alike = EnumSet.allOf(UserSessionField.class);
        alike.removeAll(lastKnown.values().differences(said.values()));
        var names = alike.stream().map(UserSessionField::wireName).collect(Collectors.toSet());
        names.add(FileField.RECORD_ID);
        var members = new LinkedHashMap<>(row.members());
        members.keySet().removeAll(names);
        return read(RecordMerge.merge(lastKnown.text(), members));
    }

    private UserSession read(String text) {
        if (texts.read(text) instanceof UserSessionText.Reading.Read(UserSession session)) {
            return session;
        }
        throw new IllegalStateException("a record that was read before can't be read");
    }
}
