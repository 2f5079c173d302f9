package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sessiondesk.payout.PayExport;
import org.sessiondesk.statement.PayExportFiles;
import org.sessiondesk.statement.PayExportFiles.Rows;
import org.sessiondesk.worktime.PayPeriod;

/** The exports that have days of the period shown, then the others, the newest first; each with its files. */
final class ExportList extends Div {

    private static final long serialVersionUID = 1L;

    private static final int PIECE = 12;

    private final transient PayoutDesk desk;
    private final transient PayPeriod period;
    private final WritingLine writing;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(t("payout.none-yet"));
    private final Button more = new Button(t("payout.more"), _ -> more());
    private final Set<Long> listed = new HashSet<>();
    private long newest = -1;
    private long oldest;

    ExportList(PayoutDesk desk, PayPeriod period, WritingLine writing) {
        this.desk = desk;
        this.period = period;
        this.writing = writing;
        addClassName("payout-section");
        list.addClassName("exports");
        list.getElement().setAttribute("aria-label", t("payout.exports"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(new H2(t("payout.exports")), none, list, more);
    }

    /**
     * An export never changes: what is listed stays as it is, also for whoever stands on one of its links.
     *
     * @param last the newest one's number; 0 if there is none
     */
    void show(long last) {
        if (last == newest) {
            return;
        }
        boolean first = newest < 0;
        newest = last;
        var all = new ArrayList<>(desk.exports.having(period));
        int ofPeriod = all.size();
        var others = desk.exports.newest(PIECE);
        all.addAll(others);
        place(all, ofPeriod);
        if (first) {
            reached(others);
        }
        none.setVisible(listed.isEmpty());
        list.setVisible(!listed.isEmpty());
    }

    private void more() {
        var next = desk.exports.before(oldest, PIECE);
        next.stream().filter(export -> listed.add(export.number())).forEach(export -> list.add(item(export, false)));
        reached(next);
    }

    private void place(List<PayExport> all, int ofPeriod) {
        var placed = new HashSet<Long>();
        int at = 0;
        for (int n = 0; n < all.size(); n++) {
            var export = all.get(n);
            if (placed.add(export.number())) {
                if (listed.add(export.number())) {
                    list.addComponentAtIndex(at, item(export, n < ofPeriod));
                }
                at++;
            }
        }
    }

    private void reached(List<PayExport> piece) {
        oldest = piece.isEmpty() ? 0 : piece.getLast().number();
        more.setVisible(oldest > 1);
    }

    private ListItem item(PayExport export, boolean ofPeriod) {
        String name = t("payout.export", export.number());
        var title = new Span(name);
        title.addClassName("payout-number");
        String about = t(
                "payout.export.about",
                PayoutDesk.words(export.period()),
                export.rows(),
                desk.people.name(export.by()),
                desk.times.dated(export.at()));
        var says = new Span(
                ofPeriod && !export.period().equals(period) ? about + " · " + t("payout.export.has-days") : about);
        says.addClassName("quiet");
        return new ListItem(title, says, links(export, name, Rows.DRIVERS), links(export, name, Rows.DAYS));
    }

    private FileLinks links(PayExport export, String name, Rows rows) {
        String label = t("payout.per." + rows);
        return new FileLinks(
                label,
                t("payout.export.per", name, label),
                format -> PayExportFiles.fileName(export.number(), rows, format),
                (format, out, progress) -> desk.files.write(export.number(), rows, format, out, progress),
                writing);
    }
}
