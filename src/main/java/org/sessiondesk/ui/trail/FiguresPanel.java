package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.review.CorrectionFigures;
import org.sessiondesk.review.Review;
import org.sessiondesk.session.Reason;
import org.sessiondesk.ui.SiteTimes;

/** "41 of 870 sessions corrected": of a period's sessions, and by whom and why. Without a period it is the last 30 days. */
final class FiguresPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;

    private final transient Review review;
    private final transient People people;
    private final transient SiteTimes times;
    private final Details details = new Details();

    FiguresPanel(Review review, People people, SiteTimes times) {
        this.review = review;
        this.people = people;
        this.times = times;
        addClassName("figures");
        add(details);
    }

    void show(TrailUrl url, LocalDate today) {
        boolean shown = url.kind() == TrailKind.CORRECTIONS && url.record() == null;
        setVisible(shown);
        if (shown) {
            var last = Objects.requireNonNullElse(url.to(), today);
            var first = url.from() != null ? url.from() : last.minusDays(DAYS - 1L);
            var figures = review.figures(
                    first.atStartOfDay(times.zone()).toInstant(),
                    last.plusDays(1).atStartOfDay(times.zone()).toInstant());
            details.setSummaryText(t("trail.figures", figures.corrected(), figures.sessions(), first, last));
            details.removeAll();
            details.add(content(figures, first, last));
        }
    }

    private Component[] content(CorrectionFigures figures, LocalDate first, LocalDate last) {
        var after = new Paragraph(
                figures.afterSignOff() == 0
                        ? t("trail.figures.none-after")
                        : t("trail.figures.after", figures.afterSignOff()));
        var edited = new Anchor("sessions?mark=edited&from=%s&to=%s".formatted(first, last), t("trail.figures.edited"));
        if (figures.corrections() == 0) {
            return new Component[] {after, edited};
        }
        var byPerson = PaperTable.of(
                t("trail.figures.people"),
                List.of(t("trail.person"), t("trail.figures.corrections"), t("trail.figures.sessions")),
                figures.people().stream()
                        .map(each -> row(people.name(each.person()), each.corrections(), each.sessions()))
                        .toList());
        var byReason = PaperTable.of(
                t("trail.figures.reasons"),
                List.of(t("sessions.reason"), t("trail.figures.corrections"), t("trail.figures.sessions")),
                figures.reasons().stream()
                        .map(each -> row(why(each.reason()), each.corrections(), each.sessions()))
                        .toList());
        var tables = new Div(byPerson, byReason);
        tables.addClassName("figures-tables");
        return new Component[] {tables, after, edited};
    }

    private static String why(@Nullable Reason reason) {
        return reason == null ? t("trail.figures.reverted") : t("sessions.reason." + reason);
    }

    private static List<String> row(String name, int corrections, int sessions) {
        return List.of(name, String.valueOf(corrections), String.valueOf(sessions));
    }
}
