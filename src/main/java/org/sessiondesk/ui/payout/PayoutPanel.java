package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.Set;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.statement.CorrectionReport;
import org.sessiondesk.statement.LateDifferences;
import org.sessiondesk.worktime.PayPeriod;

/** The next export of a pay period, late differences since the last one, the exports so far, and reports of the period. */
public final class PayoutPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** What is due is asked of everything that was ever paid: not at each signature of many. */
    private static final Duration GAP = Duration.ofSeconds(2);

    private final transient PayoutDesk desk;
    private final transient PayPeriod period;
    private final WritingLine writing = new WritingLine();
    private final ExportList exports;
    private final NextExport next;
    private final LateTable late;

    public PayoutPanel(PayoutDesk desk, PayPeriod period) {
        this.desk = desk;
        this.period = period;
        this.next = new NextExport(desk, period, this::show);
        this.late = new LateTable(desk, period);
        addClassName("payout");
        this.exports = new ExportList(desk, period, writing);
        add(next, late, exports, writing, section(t("payout.reports"), reports()));
        show();
        desk.live.follow(this, Set.of(Topic.PAY_EXPORT, Topic.SIGN_OFF, Topic.ROSTER), GAP, this::show);
    }

    private static Div section(String head, Component content) {
        var section = new Div(new H2(head), content);
        section.addClassName("payout-section");
        return section;
    }

    private void show() {
        var due = desk.exports.due(period, LateTable.MOST + 1);
        long last = due.summary().number() - 1;
        next.show(due);
        late.show(last, due);
        exports.show(last);
    }

    private Div reports() {
        String corrections = t("payout.corrections");
        String differences = t("payout.differences");
        return new Div(
                new FileLinks(
                        corrections,
                        corrections,
                        format -> CorrectionReport.fileName(period, format),
                        (format, out, progress) -> desk.corrections.write(period, format, desk, out, progress),
                        writing),
                new FileLinks(
                        differences,
                        differences,
                        format -> LateDifferences.fileName(period, format),
                        (format, out, progress) -> desk.late.write(period, format, desk, out, progress),
                        writing),
                new Paragraph(t("payout.reports.about", PayoutDesk.words(period))));
    }
}
