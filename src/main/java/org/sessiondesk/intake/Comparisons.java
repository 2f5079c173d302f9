package org.sessiondesk.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.OnTimeSettings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The reports of the daily comparison; {@code READING} news says when to look again. */
@Service
@PreAuthorize(Role.MAY_VIEW)
public class Comparisons {

    private final ComparisonRows rows;
    private final ReadingLedger ledger;
    private final OnTimeSettings settings;

    Comparisons(ComparisonRows rows, ReadingLedger ledger, OnTimeSettings settings) {
        this.rows = rows;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** The newest days first, one under way included. */
    public List<ComparedDay> newest(int most) {
        return rows.newest(most);
    }

    /** One day. */
    public Optional<ComparedDay> find(long id) {
        return rows.find(id);
    }

    /** What of a day wasn't the same, in the order in which it was found. */
    public List<ComparedSession> found(long id, int offset, int limit) {
        return rows.found(id, offset, limit);
    }

    /** How many days back sessions are compared. */
    public int windowDays() {
        return settings.readDays();
    }

    /** When the next day begins, if readers may call then; empty before the first reading is through. */
    public Optional<Instant> next() {
        return Optional.ofNullable(ledger.page().windowReadAt()).map(last -> last.plus(ReadingLists.DAILY));
    }
}
