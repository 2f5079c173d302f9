package org.sessiondesk.ui.payperiod;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.sessiondesk.signoff.DriverDay;

/** Drivers' days one by one, each with what is to be done and the way to it. */
final class LinkedDays extends Dialog {

    private static final long serialVersionUID = 1L;

    /** Nobody goes through more of them in a dialog: the matrix shows all. */
    private static final int MOST = 50;

    private final UnorderedList days = new UnorderedList();
    private final Paragraph more = new Paragraph();
    private int count;

    LinkedDays(String title) {
        setHeaderTitle(title);
        addClassName("sign-dialog");
        setWidth("34rem");
        more.setVisible(false);
        add(days, more);
        var close = new Button(t("common.close"), _ -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    void add(String which, String why, DriverDay day) {
        if (++count > MOST) {
            more.setText(t("pay-period.more-days", count - MOST));
            more.setVisible(true);
            return;
        }
        var link = new Anchor("shift-audit?day=%s&at=%s".formatted(day.day(), day.driver()), which);
        days.add(new ListItem(link, new Text(" " + why)));
    }
}
