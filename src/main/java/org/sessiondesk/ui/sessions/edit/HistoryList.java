package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.sessiondesk.worklist.HistoryEntry;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.Corrected;
import org.sessiondesk.worklist.HistoryEntry.FromFile;
import org.sessiondesk.worklist.HistoryEntry.InOnTime;
import org.sessiondesk.worklist.HistoryEntry.Sent;
import org.sessiondesk.worklist.HistoryEntry.Vanished;

/** What was done to the session, newest first: who (OnTime, too), when, before → after, why, and what OnTime said. */
final class HistoryList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final transient Function<UUID, String> people;
    private final UnorderedList list = new UnorderedList();

    HistoryList(Written written, Function<UUID, String> people) {
        this.written = written;
        this.people = people;
        addClassName("history");
        add(new H2(t("sessions.history")), list);
    }

    void show(List<HistoryEntry> entries) {
        setVisible(!entries.isEmpty());
        list.removeAll();
        for (var entry : entries) {
            list.add(
                    switch (entry) {
                        case Corrected corrected -> item(corrected);
                        case Sent sent -> item(sent);
                        case InOnTime reading -> item(reading);
                        case FromFile filed -> item(filed);
                        case Vanished vanished -> item(vanished);
                    });
        }
    }

    private ListItem item(Corrected corrected) {
        var head = new Div(t(
                "sessions.history.by",
                written.times().near(corrected.at()),
                people.apply(corrected.person()),
                t("sessions.kind." + corrected.kind())));
        head.addClassName("history-head");
        var item = new ListItem(head);
        changes(item, corrected.changes());
        if (corrected.reason() != null || corrected.note() != null) {
            String reason = corrected.reason() == null ? "" : t("sessions.reason." + corrected.reason());
            String note = corrected.note() == null ? "" : t("sessions.history.note", corrected.note());
            item.add(quiet((reason + " " + note).strip()));
        }
        item.setClassName("undone", corrected.undone());
        return item;
    }

    private ListItem item(Sent sent) {
        String outcome = t("sessions.outcome." + (sent.outcome() == null ? "UNDER_WAY" : sent.outcome()));
        var head = new Div(t("sessions.history.sent", written.times().near(sent.at()), outcome));
        head.addClassName("history-head");
        var item = new ListItem(head);
        if (sent.words() != null) {
            item.add(quiet(sent.words()));
        }
        return item;
    }

    private ListItem item(InOnTime reading) {
        String key = reading.first() ? "sessions.history.first-read" : "sessions.history.ontime";
        var head = new Div(t(key, written.times().near(reading.at())));
        head.addClassName("history-head");
        var item = new ListItem(head);
        changes(item, reading.changes());
        if (reading.held()) {
            item.add(quiet(t("sessions.history.held")));
        }
        return item;
    }

    private ListItem item(FromFile filed) {
        String key = filed.first() ? "sessions.history.first-filed" : "sessions.history.filed";
        var head = new Div(t(key, written.times().near(filed.at()), people.apply(filed.person())));
        head.addClassName("history-head");
        var item = new ListItem(head);
        changes(item, filed.changes());
        if (filed.fileName() != null) {
            item.add(quiet(t("sessions.history.file", filed.fileName())));
        }
        return item;
    }

    private ListItem item(Vanished vanished) {
        String key = vanished.back() ? "sessions.history.reappeared" : "sessions.history.vanished";
        var head = new Div(t(key, written.times().near(vanished.at())));
        head.addClassName("history-head");
        return new ListItem(head);
    }

    private void changes(ListItem item, List<Change> changes) {
        for (var change : changes) {
            item.add(new Div(t(
                    "sessions.history.change",
                    t("sessions.field." + change.field()),
                    written.value(change.before()),
                    written.value(change.after()))));
        }
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}
