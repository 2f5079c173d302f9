package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.sessiondesk.intake.ComparedDay;
import org.sessiondesk.intake.Comparisons;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.worklist.Worklist;

/** One day's comparison at its own address, with all that it found, a page at a time. */
@Route("intake/comparisons")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class ComparisonView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Comparisons comparisons;
    private final transient SiteTimes times;
    private final transient ComparedWords words;
    private final H1 title = new H1();
    private final Div summary = new Div();
    private final transient ComparedList list;
    private final Button more = new Button(t("intake.compared.more"), _ -> append());
    private long day;
    private int listed;

    ComparisonView(Comparisons comparisons, Worklist worklist, SiteTimes times) {
        this.comparisons = comparisons;
        this.times = times;
        this.words = new ComparedWords(times);
        this.list = new ComparedList(worklist, words);
        addClassNames("screen", "compared");
        Div head = new Div(title, new Anchor("intake", t("intake.compared.back")));
        head.addClassName("screen-head");
        add(head, summary, list, more);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(comparisons.find(id).orElseThrow(() -> new NotFoundException(t("intake.compared.gone"))));
    }

    @Override
    public String getPageTitle() {
        return t("common.title", title.getText());
    }

    private void show(ComparedDay shown) {
        day = shown.id();
        listed = 0;
        title.setText(t("intake.compared.of", times.dated(shown.startedAt())));
        summary.removeAll();
        summary.add(new Paragraph(words.counts(shown)));
        words.pass(shown).ifPresent(pass -> summary.add(new Paragraph(pass)));
        list.removeAll();
        append();
        if (listed == 0) {
            summary.add(new Paragraph(t("intake.compared.nothing")));
        }
        list.setVisible(listed > 0);
    }

    private void append() {
        // One more than is shown tells whether there are more.
        var page = comparisons.found(day, listed, PAGE + 1);
        int shown = Math.min(PAGE, page.size());
        list.append(page.subList(0, shown));
        listed += shown;
        more.setVisible(page.size() > PAGE);
    }
}
