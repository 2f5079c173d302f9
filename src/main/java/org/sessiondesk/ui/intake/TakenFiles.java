package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import org.sessiondesk.account.People;
import org.sessiondesk.filing.Filings;
import org.sessiondesk.filing.TakenFile;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;

/** Which files were taken in, by whom and with what outcome; invisible while there is none. */
final class TakenFiles extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;

    private final transient Filings filings;
    private final transient People people;
    private final transient SiteTimes times;
    private final UnorderedList list = new UnorderedList();
    private transient List<TakenFile> shown = List.of();

    TakenFiles(Filings filings, People people, LiveUpdates liveUpdates, SiteTimes times) {
        this.filings = filings;
        this.people = people;
        this.times = times;
        addClassName("unreadable");
        list.addClassName("people");
        add(new H2(t("intake.files")), list);
        liveUpdates.follow(this, Set.of(Topic.FILE), _ -> refresh());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        var taken = filings.taken(MOST);
        setVisible(!taken.isEmpty());
        // Progress comes twice a second; what is the same stays.
        if (!taken.equals(shown)) {
            shown = taken;
            list.removeAll();
            taken.forEach(file -> list.add(item(file)));
        }
    }

    private ListItem item(TakenFile file) {
        Span what = new Span(file.fileName());
        what.addClassName("person-name");
        Span who = new Span(t(
                "intake.files.who",
                t("intake.file.kind." + file.kind()),
                people.name(file.person()),
                times.dated(file.begun()),
                FileWords.ending(file)));
        who.addClassName("quiet");
        Div item = new Div(what, who, new Span(FileWords.tally(file.tally())));
        item.addClassName("explained");
        return new ListItem(item);
    }
}
