package org.sessiondesk.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;
import org.sessiondesk.ontime.RecordText;
import org.sessiondesk.roster.Roster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Users and vehicles of a file, through the roster's door. */
@Component
class RosterDoor implements FileDoor {

    private final Roster roster;
    private final FilingLedger ledger;
    private final TransactionOperations transactions;

    RosterDoor(Roster roster, FilingLedger ledger, TransactionOperations transactions) {
        this.roster = roster;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    @Override
    public boolean takes(FileKind kind) {
        return kind == FileKind.USERS || kind == FileKind.VEHICLES;
    }

    @Override
    public Tally file(FileKind kind, List<GoodRow> rows, @Nullable Order order, Consumer<BadFinding> bad) {
        boolean users = kind == FileKind.USERS;
        var ids = rows.stream().map(GoodRow::id).toList();
        var known = users ? roster.userRecords(ids) : roster.vehicleRecords(ids);
        var texts = new ArrayList<String>();
        int added = 0;
        int changed = 0;
        for (var row : rows) {
            String before = known.get(row.id());
            String after = before == null ? row.text() : RecordMerge.merge(before, row.members());
            if (before == null) {
                added++;
                texts.add(after);
            } else if (!after.equals(before)) {
                changed++;
                texts.add(after);
            }
        }
        var tally = new Tally(added, changed, rows.size() - texts.size(), 0, 0);
        if (order != null && tally.writes()) {
            transactions.executeWithoutResult(_ -> {
                take(users, texts);
                ledger.wrote(order.filing(), tally.added(), tally.changed());
            });
        }
        return tally;
    }

    private void take(boolean users, List<String> texts) {
        if (users) {
            roster.takeUsers(texts.stream().map(RosterDoor::user).toList());
        } else {
            roster.takeVehicles(texts.stream().map(RosterDoor::vehicle).toList());
        }
    }

    private static OnTimeUser user(String text) {
        return RecordText.user(text).orElseThrow();
    }

    private static OnTimeVehicle vehicle(String text) {
        return RecordText.vehicle(text).orElseThrow();
    }
}
