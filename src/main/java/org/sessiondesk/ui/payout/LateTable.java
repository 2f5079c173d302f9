package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.sessiondesk.payout.Due;
import org.sessiondesk.statement.LateDifference;
import org.sessiondesk.statement.LateKind;
import org.sessiondesk.worktime.PayPeriod;

/** "Late differences since no. 14": what isn't as it was signed or paid, each with a way to it. */
final class LateTable extends Div {

    private static final long serialVersionUID = 1L;

    /** So many are shown of sessions, and so many of pay. */
    static final int MOST = 100;

    private static final List<String> COLUMNS = List.of("driver", "day", "what", "settled", "now");

    private final transient PayoutDesk desk;
    private final transient PayPeriod period;
    private final H2 head = new H2();
    private final Paragraph words = new Paragraph();
    private final NativeTable table = new NativeTable();
    private transient List<LateDifference> shown = List.of();

    LateTable(PayoutDesk desk, PayPeriod period) {
        this.desk = desk;
        this.period = period;
        addClassNames("payout-section", "late-differences");
        table.setVisible(false);
        add(head, words, table);
    }

    void show(long since, Due due) {
        String title = since == 0 ? t("payout.late") : t("payout.late.since", since);
        head.setText(title);
        table.getElement().setAttribute("aria-label", title);
        var ofSessions = desk.late.ofSessions(period, MOST + 1);
        var late = Stream.of(ofSessions, desk.late.ofPay(due.late()), desk.late.ofNumbers(due.renumbered()))
                .flatMap(some -> some.stream().limit(MOST))
                .toList();
        boolean more = Stream.of(ofSessions, due.late(), due.renumbered()).anyMatch(some -> some.size() > MOST);
        words.setText(late.isEmpty() ? t("payout.late.none") : more ? t("payout.late.more", MOST) : "");
        words.setVisible(!words.getText().isEmpty());
        // Who stands on one of the links stays there while nothing is new.
        if (!late.equals(shown)) {
            shown = late;
            table.removeAll();
            table.setVisible(!late.isEmpty());
            if (!late.isEmpty()) {
                table.add(header(), body(late));
            }
        }
    }

    private static NativeTableHeader header() {
        var row = new NativeTableRow();
        COLUMNS.forEach(column -> {
            var cell = new NativeTableHeaderCell(t("payout.column." + column));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        });
        return new NativeTableHeader(row);
    }

    private NativeTableBody body(List<LateDifference> late) {
        var body = new NativeTableBody();
        late.forEach(one -> body.add(new NativeTableRow(
                cell(new Span(one.driver())),
                cell(new Anchor("shift-audit?day=" + one.day(), PayoutDesk.words(one.day()))),
                cell(what(one)),
                cell(new Span(one.settled())),
                cell(new Span(one.now())))));
        return body;
    }

    private Component what(LateDifference one) {
        String words = desk.late(one.kind());
        return one.session() != null
                ? new Anchor("sessions/" + one.session(), words)
                : one.kind() == LateKind.RENUMBERED ? new Anchor("drivers", words) : new Span(words);
    }

    private static NativeTableCell cell(Component content) {
        return new NativeTableCell(content);
    }
}
