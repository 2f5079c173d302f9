package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.sessiondesk.intake.UnreadableRecord;
import org.sessiondesk.ui.SiteTimes;

/** Records that came as something else, with their OnTime ID, the reason and what came. */
final class UnreadableList extends Div {

    private static final long serialVersionUID = 1L;

    /** More than anybody reads; the rest is counted. */
    static final int MOST = 50;

    private final transient SiteTimes times;
    private final Paragraph summary = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private transient List<UnreadableRecord> shown = List.of();

    UnreadableList(SiteTimes times) {
        this.times = times;
        addClassName("unreadable");
        list.addClassName("people");
        add(new H2(t("intake.unreadable")), summary, list);
    }

    void show(int count, List<UnreadableRecord> records) {
        summary.setText(
                count == 0
                        ? t("intake.unreadable.none")
                        : records.size() < count
                                ? t("intake.unreadable.some", count, records.size())
                                : t("intake.unreadable.all", count));
        // Progress comes twice a second; what somebody has opened stays open.
        if (!records.equals(shown)) {
            shown = records;
            list.removeAll();
            records.forEach(record -> list.add(item(record)));
        }
        list.setVisible(!records.isEmpty());
    }

    private ListItem item(UnreadableRecord record) {
        Span what = new Span(t("intake.one." + record.kind()) + " " + record.ontimeId());
        what.addClassName("person-name");
        Span why = new Span(t("intake.unreadable.why", times.near(record.readAt()), record.reason()));
        why.addClassName("quiet");
        Div item = new Div(what, why);
        item.addClassName("explained");
        if (!record.shown().isBlank()) {
            Pre came = new Pre(record.shown());
            came.addClassName("came");
            // It scrolls, so it must be reachable by keyboard.
            came.getElement().setAttribute("tabindex", "0");
            item.add(new Details(t("intake.unreadable.came"), came));
        }
        return new ListItem(item);
    }
}
