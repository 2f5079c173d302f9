package org.sessiondesk.ui.sessions.edit;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ui.CopiedText;
import org.sessiondesk.worklist.HistoryEntry.Change;
import org.sessiondesk.worklist.HistoryEntry.Corrected;
import org.sessiondesk.worklist.HistoryEntry.FromFile;
import org.sessiondesk.worklist.HistoryEntry.InOnTime;
import org.sessiondesk.worklist.HistoryEntry.Sent;
import org.sessiondesk.worklist.HistoryEntry.Vanished;
import org.sessiondesk.worklist.SessionDetail;

/** What was done to the session, newest first: who (OnTime, too), when, before → after, why, and what OnTime said. */
final class HistoryList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Written written;
    private final transient Function<UUID, String> people;
    private final transient DriverText forDriver;
    private final Anchor print = new Anchor("", t("sessions.history.print"));
    private final UnorderedList list = new UnorderedList();
    private final List<Button> reverts = new ArrayList<>();
    private transient @Nullable Consumer<UUID> onRevert;
    private boolean readOnly;
    private transient @Nullable SessionDetail shown;

    HistoryList(Written written, Function<UUID, String> people) {
        this.written = written;
        this.forDriver = new DriverText(written);
        this.people = people;
        addClassName("history");
        print.setTarget("_blank");
        var head = new Div(new H2(t("sessions.history")), print);
        head.addClassName("history-title");
        add(head, list);
    }

    /** What takes back an earlier correction. */
    void onRevert(Consumer<UUID> revert) {
        onRevert = revert;
    }

    void setReadOnly(boolean nowReadOnly) {
        readOnly = nowReadOnly;
        reverts.forEach(revert -> revert.setVisible(!readOnly));
    }

    void show(SessionDetail detail) {
        var entries = detail.history();
        setVisible(!entries.isEmpty());
        print.setHref("sessions/" + detail.session().id() + "/history");
        // Drawn anew with nothing new in it, a button would go from under a hand.
        boolean same = shown != null
                && entries.equals(shown.history())
                && detail.takeBacks().revertible().equals(shown.takeBacks().revertible());
        shown = detail;
        if (!same) {
            draw(detail);
        }
    }

    private void draw(SessionDetail detail) {
        var entries = detail.history();
        list.removeAll();
        reverts.clear();
        for (var entry : entries) {
            list.add(
                    switch (entry) {
                        case Corrected corrected -> item(corrected, detail);
                        case Sent sent -> item(sent);
                        case InOnTime reading -> item(reading);
                        case FromFile filed -> item(filed);
                        case Vanished vanished -> item(vanished);
                    });
        }
    }

    private ListItem item(Corrected corrected, SessionDetail detail) {
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
        if (DriverText.tells(corrected)) {
            var copy = quietButton(t("sessions.copy"));
            copy.addClickListener(_ -> CopiedText.copy(
                    copy, t("sessions.copy"), forDriver.of(Objects.requireNonNullElse(shown, detail), corrected)));
            item.add(copy);
        }
        if (onRevert != null && detail.takeBacks().revertible().contains(corrected.correction())) {
            item.add(revert(corrected, onRevert));
        }
        item.setClassName("undone", corrected.undone());
        return item;
    }

    private Button revert(Corrected corrected, Consumer<UUID> act) {
        var revert = quietButton(t("sessions.revert"));
        String what = corrected.changes().stream().map(this::words).collect(Collectors.joining("; "));
        revert.setAriaLabel(t("sessions.revert.what", what));
        revert.addClickListener(_ -> act.accept(corrected.correction()));
        revert.setVisible(!readOnly);
        reverts.add(revert);
        return revert;
    }

    private ListItem item(Sent sent) {
        String outcome = t("sessions.outcome." + outcome(sent));
        var head = new Div(t("sessions.history.sent", written.times().near(sent.at()), outcome));
        head.addClassName("history-head");
        var item = new ListItem(head);
        if (sent.words() != null) {
            item.add(quiet(sent.words()));
        }
        return item;
    }

    /** Without a status nothing was posted: what was read before decided. */
    private static String outcome(Sent sent) {
        return switch (sent.outcome()) {
            case null -> "UNDER_WAY";
            case "CONFLICT" -> sent.status() == null ? "CONFLICT" : "OTHER_ID";
            case "REJECTED" -> sent.status() == null ? "NOT_THERE" : "REJECTED";
            default -> sent.outcome();
        };
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
        changes.forEach(change -> item.add(new Div(words(change))));
    }

    private String words(Change change) {
        return t(
                "sessions.history.change",
                t("sessions.field." + change.field()),
                written.value(change.before()),
                written.value(change.after()));
    }

    private static Button quietButton(String words) {
        var button = new Button(words);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("history-act");
        return button;
    }

    private static Span quiet(String words) {
        var span = new Span(words);
        span.addClassName("quiet");
        return span;
    }
}
