package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import org.sessiondesk.intake.NewestTimes;
import org.sessiondesk.intake.Readings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.ui.setup.SetupSection;
import org.springframework.core.annotation.Order;

/** The newest session's times read both ways, so that an administrator sees whether OnTime's unmarked times are UTC. */
@org.springframework.stereotype.Component
@Order(20)
class NewestTimesSection implements SetupSection {

    private final Readings readings;
    private final LiveUpdates liveUpdates;
    private final SiteTimes times;

    NewestTimesSection(Readings readings, LiveUpdates liveUpdates, SiteTimes times) {
        this.readings = readings;
        this.liveUpdates = liveUpdates;
        this.times = times;
    }

    @Override
    public Component create() {
        return new Section();
    }

    private final class Section extends Div {

        private static final long serialVersionUID = 1L;

        private final Div content = new Div();

        private Section() {
            addClassName("form-section");
            add(new H2(t("intake.times")), content);
            liveUpdates.follow(this, Set.of(Topic.READING), _ -> show());
        }

        @Override
        protected void onAttach(AttachEvent event) {
            show();
        }

        private void show() {
            content.removeAll();
            var newest = readings.newestTimes();
            if (newest.isEmpty()) {
                content.add(new Paragraph(t("intake.times.none")));
                return;
            }
            content.add(
                    new Paragraph(t(newest.get().logIn().marked() ? "intake.times.marked" : "intake.times.unmarked")));
            content.add(table(newest.get()));
        }

        private NativeTable table(NewestTimes newest) {
            var table = new NativeTable();
            table.getHead()
                    .addRow()
                    .add(
                            new NativeTableHeaderCell(),
                            new NativeTableHeaderCell(t("intake.times.text")),
                            new NativeTableHeaderCell(t("intake.times.utc")),
                            new NativeTableHeaderCell(t("intake.times.site", times.zoneName())));
            table.getBody().add(row("intake.times.log-in", newest.logIn()));
            if (newest.logOut() != null) {
                table.getBody().add(row("intake.times.log-out", newest.logOut()));
            }
            table.addClassName("times-both-ways");
            return table;
        }

        private NativeTableRow row(String key, NewestTimes.Time time) {
            return new NativeTableRow(
                    new NativeTableHeaderCell(t(key)),
                    new NativeTableCell(time.text()),
                    new NativeTableCell(times.dated(time.asUtc())),
                    new NativeTableCell(times.dated(time.asSite())));
        }
    }
}
