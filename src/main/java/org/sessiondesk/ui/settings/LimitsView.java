package org.sessiondesk.ui.settings;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.finding.FullCheck;
import org.sessiondesk.finding.LimitsCheck;
import org.sessiondesk.finding.RuleLimits;
import org.sessiondesk.finding.RuleLimits.Change;
import org.sessiondesk.finding.RuleLimits.Standing;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.SiteTimes;

/**
 * What the site is told of: limits, what others would have told, and their change; the check of all sessions; and how the
 * site pays.
 */
@Route("settings/limits")
@RouteAlias("settings")
@Menu(title = "menu.settings", order = 90, icon = "vaadin:cog")
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://desk/settings.css")
public class LimitsView extends Div implements HasDynamicTitle, BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 3;

    private final transient RuleLimits limits;
    private final transient People people;
    private final transient SiteTimes times;
    private final LimitsForm form;
    private final WhatIfPanel whatIf;
    private final CheckPanel checks;
    private final PaySection pay;
    private final Span setBy = new Span();
    private final Select<Integer> months = new Select<>();
    private final Button look = new Button(t("settings.look"), _ -> look());
    private final Button apply = new Button(t("settings.apply"), _ -> apply());
    private final Button undo = new Button(t("settings.undo"), _ -> backTo(seen().limits()));
    private transient Standing seen;
    private transient @Nullable SiteLimits shown;

    LimitsView(
            RuleLimits limits,
            FullCheck full,
            LimitsCheck ofLimits,
            PayRules payRules,
            People people,
            SiteTimes times,
            LiveUpdates liveUpdates) {
        this.limits = limits;
        this.people = people;
        this.times = times;
        this.seen = limits.standing();
        var usual = limits.usual();
        String unit = usual.unit().name().toLowerCase(Locale.ROOT);
        form = new LimitsForm(usual, unit, this::typed);
        whatIf = new WhatIfPanel(limits);
        checks = new CheckPanel(full, ofLimits, times);
        pay = new PaySection(payRules, people, times);
        addClassNames("screen", "settings");
        months.setLabel(t("settings.months"));
        months.setItems(1, 3, 6, 12);
        months.setItemLabelGenerator(each -> t("settings.months.of", each));
        months.setValue(MONTHS);
        months.addValueChangeListener(_ -> typed());
        setBy.addClassName("quiet");
        Div acts = new Div(look, apply, undo, new Button(t("settings.usual"), _ -> backTo(usual)));
        acts.addClassName("settings-acts");
        Div section = new Div(new H2(t("settings.limits")), setBy, form, months, acts, whatIf, checks.afterChange());
        section.addClassName("form-section");
        look.addClickShortcut(Key.ENTER).listenOn(form);
        apply.setTooltipText(t("settings.apply.keys"));
        apply.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(section);
        undo.addClickShortcut(Key.ESCAPE).listenOn(form);
        add(new H1(t("settings.title")), section, checks, pay, pay.nights());
        take(seen);
        liveUpdates.follow(this, Set.of(Topic.FINDING), _ -> refresh());
        liveUpdates.follow(this, Set.of(Topic.PAY_RULES, Topic.SIGN_OFF), _ -> pay.refresh());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("settings.title"));
    }

    private Standing seen() {
        return seen;
    }

    /** Shows limits that hold. */
    private void take(Standing standing) {
        seen = standing;
        form.show(standing.limits());
        tellWhoSet();
        typed();
    }

    private void tellWhoSet() {
        var by = seen.by();
        var at = seen.at();
        setBy.setText(
                by == null || at == null
                        ? t("settings.set-by-nobody")
                        : t("settings.set-by", people.name(by), times.dated(at)));
    }

    private void backTo(SiteLimits others) {
        form.show(others);
        typed();
    }

    /** What was shown of other limits says nothing of these. */
    private void typed() {
        shown = null;
        whatIf.clear();
        apply.setEnabled(false);
        undo.setEnabled(form.differs(seen.limits()));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        apply.removeThemeVariants(ButtonVariant.PRIMARY);
    }

    private void look() {
        var wanted = form.read();
        if (wanted == null) {
            typed();
        } else if (wanted.equals(seen.limits())) {
            typed();
            whatIf.say(t("settings.what-if.same"));
        } else {
            typed();
            whatIf.ask(wanted, months.getValue(), this::mayApply);
        }
    }

    private void mayApply(SiteLimits wanted) {
        shown = wanted;
        apply.setEnabled(true);
        look.removeThemeVariants(ButtonVariant.PRIMARY);
        apply.addThemeVariants(ButtonVariant.PRIMARY);
    }

    private void apply() {
        var wanted = shown;
        if (wanted == null) {
            return;
        }
        switch (limits.apply(seen.limits(), wanted)) {
            case Change.Applied _ -> {
                take(limits.standing());
                whatIf.say(t("settings.applied"));
            }
            case Change.Same _ -> {
                take(limits.standing());
                whatIf.say(t("settings.what-if.same"));
            }
            case Change.Overtaken(Standing now) -> overtaken(now);
        }
        checks.refresh();
    }

    /** Somebody else was here: what was typed stays, and what it would change has to be looked at anew. */
    private void overtaken(Standing now) {
        var by = now.by();
        seen = now;
        tellWhoSet();
        typed();
        whatIf.say(t("settings.overtaken", by == null ? t("common.product") : people.name(by)));
    }

    private void refresh() {
        checks.refresh();
        var now = limits.standing();
        if (!now.limits().equals(seen.limits())) {
            if (form.differs(seen.limits()) && form.differs(now.limits())) {
                overtaken(now);
            } else {
                take(now);
            }
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!form.differs(seen.limits()) && !pay.differs()) {
            return;
        }
        var leaving = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(t("settings.leave.title"));
        dialog.setText(t("settings.leave.message"));
        dialog.setCancelable(true);
        dialog.setCancelText(t("settings.leave.stay"));
        dialog.setConfirmText(t("settings.leave.go"));
        dialog.addConfirmListener(_ -> leaving.proceed());
        dialog.addCancelListener(_ -> leaving.cancel());
        dialog.open();
    }
}
