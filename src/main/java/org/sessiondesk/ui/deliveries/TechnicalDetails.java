package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.Deliveries.Reading;
import org.sessiondesk.delivery.Deliveries.Try;
import org.sessiondesk.ui.SiteTimes;

/** The JSON sent, received and read for it, try by try, always as text. */
final class TechnicalDetails extends Details {

    private static final long serialVersionUID = 1L;

    TechnicalDetails(List<Try> tries, @Nullable String ontimeId, SiteTimes times) {
        setSummaryText(t("deliveries.technical"));
        addClassName("technical");
        add(new Paragraph(ontimeId == null ? t("deliveries.no-ontime-id") : t("deliveries.ontime-id", ontimeId)));
        if (tries.isEmpty()) {
            add(new Paragraph(t("deliveries.no-tries")));
        }
        tries.forEach(each -> add(one(each, times)));
    }

    private static Div one(Try each, SiteTimes times) {
        var outcome = each.outcome() == null ? t("deliveries.outcome.OPEN") : t("deliveries.outcome." + each.outcome());
        var div = new Div(new H4(t("deliveries.try", each.number(), times.near(each.startedAt()), outcome)));
        if (each.lateAt() != null) {
            div.add(new Paragraph(t("deliveries.late", times.seconds(each.lateAt()))));
        }
        if (each.words() != null) {
            div.add(new Paragraph(each.words()));
        }
        div.add(new Paragraph(t("deliveries.sent")));
        div.add(text(each.sent(), t("deliveries.nothing-sent"), t("deliveries.sent")));
        div.add(new Paragraph(
                each.status() == null ? t("deliveries.received") : t("deliveries.received-status", each.status())));
        div.add(text(each.received(), t("deliveries.nothing-received"), t("deliveries.received")));
        each.readings().forEach(reading -> add(div, reading, times));
        return div;
    }

    private static void add(Div div, Reading reading, SiteTimes times) {
        String at = times.seconds(reading.startedAt());
        String what =
                reading.status() == null ? t("deliveries.read", at) : t("deliveries.read-status", at, reading.status());
        div.add(new Paragraph(what), text("GET " + reading.path() + "\n\n" + reading.received(), "", what));
    }

    private static Pre text(@Nullable String text, String none, String label) {
        var pre = new Pre(text == null || text.isEmpty() ? none : text);
        pre.addClassName("json");
        // Long lines scroll, so the keyboard must reach them.
        pre.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
        return pre;
    }
}
