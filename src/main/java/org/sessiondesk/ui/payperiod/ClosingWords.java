package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.sessiondesk.payperiod.PeriodBoard;

/** What closing a period does, and what it would leave behind that nobody signed: each the way to it. */
final class ClosingWords extends Div {

    private static final long serialVersionUID = 1L;

    /** Nobody goes through more of them in a dialog: the matrix shows all. */
    private static final int MOST = 12;

    /**
     * @param notRead says what is still to come from OnTime; empty for nothing
     * @param day how a day is written
     */
    ClosingWords(PeriodBoard board, String notRead, Function<LocalDate, String> day) {
        addClassName("closing-words");
        if (!notRead.isEmpty()) {
            add(new Paragraph("△ " + notRead));
        }
        add(new Paragraph(t("pay-period.close.help")));
        var nobodys = board.leftWithoutDriver();
        int sessions = nobodys.values().stream().mapToInt(Integer::intValue).sum();
        list(
                t("pay-period.close.without-driver", sessions),
                nobodys.entrySet().stream()
                        .map(one -> new Anchor(
                                "shift-audit?day=" + one.getKey(),
                                t("pay-period.close.day", day.apply(one.getKey()), one.getValue())))
                        .toList());
        var nothing = board.leftWithNothing();
        list(
                t("pay-period.close.nothing-entered", nothing.size()),
                nothing.stream()
                        .map(one -> new Anchor(
                                "shift-audit?day=%s&at=%s".formatted(one.day(), one.driver()),
                                t("pay-period.close.one", board.name(one.driver()), day.apply(one.day()))))
                        .toList());
    }

    private void list(String says, List<Anchor> ways) {
        if (ways.isEmpty()) {
            return;
        }
        add(new Paragraph(says));
        var list = new UnorderedList();
        ways.stream().limit(MOST).map(ListItem::new).forEach(list::add);
        if (ways.size() > MOST) {
            list.add(new ListItem(t("pay-period.more-days", ways.size() - MOST)));
        }
        add(list);
    }
}
