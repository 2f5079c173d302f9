package org.sessiondesk.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.audit.TrailEnd;
import org.sessiondesk.site.Site;
import org.sessiondesk.table.TableFile;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.table.TableHead;
import org.sessiondesk.worktime.PayPeriod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What all statements have in common: their heads and feet, and that the trail keeps who took one away. */
@Component
class Statements {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.US);

    private final Site site;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    Statements(Site site, AuditTrail trail, TransactionTemplate transactions) {
        this.site = site;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** The site's unit of distance: {@code mi} or {@code km}. */
    String unit() {
        return site.unit().name().toLowerCase(Locale.ROOT);
    }

    Site site() {
        return site;
    }

    /** {@code Mon 1 Jun 2026 to Sun 14 Jun 2026}. */
    static String words(PayPeriod period) {
        return DAY.format(period.first()) + " to " + DAY.format(period.last());
    }

    /** {@code Mon 15 Jun 2026 09:12} at the site. */
    String words(Instant at) {
        return MOMENT.format(at.atZone(site.zone()));
    }

    static String words(LocalDate day) {
        return DAY.format(day);
    }

    /** Keeps that somebody takes it away, before anything leaves. */
    void taken(Fact fact) {
        transactions.executeWithoutResult(_ -> trail.record(fact));
    }

    /**
     * Begins a file.
     *
     * @param about lines below the title; the site's name comes before them, its zone after them
     */
    <T> TableFile begin(
            TableFormat format,
            String title,
            List<String> about,
            List<Field<T>> fields,
            Instant at,
            TrailEnd history,
            OutputStream out)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add(site.name());
        lines.addAll(about);
        lines.add("Days and times of " + site.timeZone());
        var head = new TableHead(
                title,
                lines,
                String.format(
                        Locale.US, "History of changes: %,d entries, chain %s", history.entries(), history.chain()),
                fields.stream().map(Field::column).toList(),
                at,
                site.zone(),
                site.unit() == Site.DistanceUnit.MI ? TableHead.Paper.LETTER : TableHead.Paper.A4);
        return TableFile.of(format, head, out);
    }
}
