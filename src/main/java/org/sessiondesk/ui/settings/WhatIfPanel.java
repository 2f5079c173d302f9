package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.finding.RuleLimits.Effect;
import org.sessiondesk.health.DatabaseTrouble;
import org.sessiondesk.judge.SiteLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** What other limits would have told: counted off the screen's thread; only the newest question is answered. */
final class WhatIfPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(WhatIfPanel.class);

    private final transient RuleLimits limits;
    private final ProgressBar bar = new ProgressBar();
    private final Span said = new Span();
    private final Div table = new Div();
    private volatile int question;

    WhatIfPanel(RuleLimits limits) {
        this.limits = limits;
        addClassName("what-if");
        bar.getElement().setAttribute("aria-label", t("settings.what-if.counting"));
        said.getElement().setAttribute("role", "status");
        table.addClassName("what-if-table");
        add(said, bar, table);
        clear();
    }

    /** Counts, shows it, and then says so. */
    void ask(SiteLimits wanted, int months, Consumer<SiteLimits> shown) {
        clear();
        int mine = question;
        UI ui = UI.getCurrent();
        bar.setIndeterminate(true);
        bar.setVisible(true);
        said.setText(t("settings.what-if.counting"));
        Thread.ofVirtual().name("what-if").start(new DelegatingSecurityContextRunnable(() -> {
            try {
                var effects = limits.whatIf(wanted, months, (looked, of) -> goesOn(ui, mine, looked, of));
                later(ui, mine, () -> {
                    show(effects, months);
                    shown.accept(wanted);
                });
            } catch (CancellationException overtaken) {
                // Whoever asked has typed something else meanwhile.
            } catch (RuntimeException e) {
                boolean away = DatabaseTrouble.of(e).isPresent();
                if (!away) {
                    log.warn("Counting what other limits would have told failed", e);
                }
                later(ui, mine, () -> say(t(away ? "trouble.database.AWAY" : "settings.what-if.failed")));
            }
        }));
    }

    /** Forgets what was asked and shown. */
    void clear() {
        question++;
        say("");
    }

    /** Says something in the place of a count. */
    void say(String words) {
        bar.setVisible(false);
        table.removeAll();
        said.setText(words);
    }

    private void goesOn(UI ui, int mine, long looked, long of) {
        if (mine != question) {
            throw new CancellationException();
        }
        later(ui, mine, () -> {
            bar.setIndeterminate(false);
            bar.setValue(Math.min(1.0, (double) looked / of));
            said.setText(t("settings.what-if.so-far", 100 * looked / of));
        });
    }

    private void show(List<Effect> effects, int months) {
        say(effects.isEmpty() ? t("settings.what-if.none", months) : t("settings.what-if.some", months));
        if (effects.isEmpty()) {
            return;
        }
        NativeTable rows = new NativeTable();
        rows.getElement().setAttribute("aria-label", t("settings.what-if.table"));
        NativeTableRow head = rows.getHead().addRow();
        for (String column : List.of("problem", "now", "then", "difference")) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.setText(t("settings.what-if." + column));
        }
        for (Effect effect : effects) {
            NativeTableRow row = rows.getBody().addRow();
            NativeTableHeaderCell rule = row.addHeaderCell();
            rule.getElement().setAttribute("scope", "row");
            rule.setText(t("problem.brief." + effect.rule()));
            number(row, String.format(Locale.US, "%,d", effect.now()));
            number(row, String.format(Locale.US, "%,d", effect.then()));
            int more = effect.then() - effect.now();
            number(row, (more > 0 ? "+" : "−") + String.format(Locale.US, "%,d", Math.abs(more)));
        }
        table.add(rows);
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
    }

    private void later(UI ui, int mine, Command command) {
        try {
            ui.access(() -> {
                if (mine == question) {
                    command.execute();
                }
            });
        } catch (UIDetachedException closed) {
            // The tab was closed, and the next look at how far it is ends it.
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        question++;
    }
}
