package org.sessiondesk.ui.drivers;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.FiledNumber;
import org.sessiondesk.roster.NumberLine;
import org.sessiondesk.roster.PayrollNumber;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.ui.Notices;

/** What a file would change, each of its bad lines with why, and the button that takes in the others. */
final class NumbersPreview extends Div {

    private static final long serialVersionUID = 1L;

    /** More than these are counted, not listed. */
    private static final int MOST_LISTED = 100;

    NumbersPreview(String name, List<FiledNumber> filed, PayrollNumbers numbers, Runnable done) {
        var lines = numbers.compare(filed);
        var sets = only(lines, NumberLine.Sets.class);
        var bad = only(lines, NumberLine.Bad.class);
        var summary = new Paragraph(
                t("drivers.file.would", name, sets.size(), lines.size() - sets.size() - bad.size(), bad.size()));
        summary.getElement().setAttribute("role", "status");
        add(summary);
        list(t("drivers.file.bad"), bad.stream().map(NumbersPreview::words).toList());
        list(t("drivers.file.sets"), sets.stream().map(NumbersPreview::words).toList());
        var take = new Button(t("drivers.file.take", sets.size()), _ -> {
            int taken = numbers.take(filed);
            done.run();
            Notices.done(t("drivers.file.taken", taken));
        });
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.setEnabled(!sets.isEmpty());
        var buttons = new Div(take, new Button(t("common.cancel"), _ -> done.run()));
        buttons.addClassName("buttons");
        add(buttons);
    }

    private void list(String head, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", head);
        lines.stream().limit(MOST_LISTED).forEach(line -> list.add(new ListItem(line)));
        if (lines.size() > MOST_LISTED) {
            list.add(new ListItem(t("drivers.file.more", lines.size() - MOST_LISTED)));
        }
        add(new Paragraph(head), list);
    }

    private static String words(NumberLine.Sets line) {
        return line.before() == null
                ? t("drivers.file.new", line.driver().name(), line.number())
                : t("drivers.file.changed", line.driver().name(), line.before(), line.number());
    }

    private static String words(NumberLine.Bad line) {
        String whom = line.candidates().stream().map(Driver::name).collect(Collectors.joining("; "));
        var filed = line.filed();
        return t(
                "drivers.file.line",
                filed.line(),
                t("drivers.file.why." + line.why(), filed.driver(), filed.number(), whom, PayrollNumber.LONGEST));
    }

    private static <T extends NumberLine> List<T> only(List<NumberLine> lines, Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
