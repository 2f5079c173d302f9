package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import org.sessiondesk.ui.overview.OverviewView;

/** A screen that only says something and offers the way on. */
abstract class PlainPage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final Paragraph text = new Paragraph();

    PlainPage() {
        addClassName("plain-page");
        add(title, text, new RouterLink(t("trouble.home"), OverviewView.class));
    }

    final void say(String titleWords, String words) {
        title.setText(titleWords);
        text.setText(words);
    }

    @Override
    public String getPageTitle() {
        return t("common.title", title.getText());
    }
}
