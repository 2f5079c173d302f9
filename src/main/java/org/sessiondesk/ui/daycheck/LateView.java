package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.LateChange;
import org.sessiondesk.signoff.LateChanges;
import org.sessiondesk.signoff.LateOutcome;
import org.sessiondesk.signoff.RefusedLater;
import org.sessiondesk.signoff.SignedOtherwise;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.ui.SiteTimes;
import org.sessiondesk.ui.settled.ChangedWords;
import org.sessiondesk.ui.settled.ReasonDialog;
import org.sessiondesk.ui.settled.SettledDesk;
import org.sessiondesk.worklist.Worklist;

/** What changed in OnTime for days that are settled here, each to be taken over or kept out. */
@Route("shift-audit/late")
@StyleSheet("context://desk/sessions.css")
@StyleSheet("context://desk/day-check.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class LateView extends Div implements AfterNavigationObserver, HasDynamicTitle, LateItem.Acts {

    private static final long serialVersionUID = 1L;

    private final transient LateChanges late;
    private final transient Worklist worklist;
    private final transient ChangedWords words;
    private final transient SettledDesk settled;
    private final transient SiteTimes times;
    private final H1 title = new H1(t("late.title"));
    private final Paragraph counts = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final transient Map<LateItem.Shown, LateItem> items = new HashMap<>();
    private final LateLinks refused = new LateLinks(t("late.refused"));
    private final LateLinks notAsSigned = new LateLinks(t("late.otherwise"));

    LateView(
            LateChanges late,
            Worklist worklist,
            ChangedWords words,
            SettledDesk settled,
            SiteTimes times,
            LiveUpdates live) {
        this.late = late;
        this.worklist = worklist;
        this.words = words;
        this.settled = settled;
        this.times = times;
        addClassNames("screen", "late");
        // For whoever decided the last one: what the focus was on is gone.
        title.getElement().setAttribute("tabindex", "-1");
        counts.getElement().setAttribute("role", "status");
        list.addClassName("late-list");
        var help = new Paragraph(t("late.help"));
        help.addClassName("quiet");
        add(new Anchor("shift-audit", "‹ " + t("menu.day-check")), title, counts, help, list, refused, notAsSigned);
        live.follow(this, Set.of(Topic.SIGN_OFF, Topic.SESSION), _ -> show());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("late.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** What stays as it was stays where it is, with whoever is at it. */
    private void show() {
        var waiting = late.waiting();
        var refusedLater = late.refused();
        var otherwise = late.notAsSigned();
        var names = names(Stream.of(
                        waiting.stream().map(LateChange::session),
                        refusedLater.stream().map(RefusedLater::session),
                        otherwise.stream().map(SignedOtherwise::session))
                .flatMap(Function.identity())
                .toList());
        counts.setText(counts(waiting.size()));
        var lines = words.late(waiting);
        showWaiting(waiting.stream()
                .map(change -> new LateItem.Shown(
                        change, whose(change, names), Objects.requireNonNull(lines.get(change.id()))))
                .toList());
        refused.show(refusedLater.stream()
                .map(one -> new LateLinks.Link(
                        one.session(), of(one.session(), one.day(), names), t("late.refused." + one.sent())))
                .toList());
        notAsSigned.show(otherwise.stream()
                .map(one -> new LateLinks.Link(
                        one.session(), of(one.session(), one.day(), names), t("late.otherwise." + one.difference())))
                .toList());
    }

    private String counts(int listed) {
        if (listed == 0) {
            return t("late.none");
        }
        int all = late.count();
        return all > listed ? t("late.count.first", all, listed) : t("late.count", all);
    }

    private void showWaiting(List<LateItem.Shown> shown) {
        var role = SignedIn.now().role();
        items.keySet().stream().filter(one -> !shown.contains(one)).toList().forEach(one -> {
            list.remove(Objects.requireNonNull(items.remove(one)));
        });
        for (int at = 0; at < shown.size(); at++) {
            var one = shown.get(at);
            var item = items.get(one);
            if (item == null) {
                item = new LateItem(one, times, role.mayCorrect(), role.maySign(), this);
                items.put(one, item);
                list.addComponentAtIndex(at, item);
            }
        }
    }

    private String whose(LateChange change, Map<UUID, String> names) {
        var name = names.getOrDefault(change.session(), t("sessions.no-driver"));
        var logIn = change.ours().logIn();
        return logIn == null ? name : t("trail.session-of", name, times.dated(logIn));
    }

    private String of(UUID session, DriverDay day, Map<UUID, String> names) {
        return t(
                "trail.session-of",
                names.getOrDefault(session, t("sessions.no-driver")),
                times.day(day.day().atStartOfDay(times.zone()).toInstant()));
    }

    /** Of the drivers, by session; of those that have one. */
    private Map<UUID, String> names(List<UUID> sessions) {
        var names = new HashMap<UUID, String>();
        for (var line : worklist.lines(sessions)) {
            if (line.driver() != null) {
                names.put(line.id(), line.driver());
            }
        }
        return names;
    }

    @Override
    public void take(LateChange change, String whose) {
        new ReasonDialog(
                        t("late.take.title", whose),
                        Stream.concat(Stream.of(t("late.take.help")), paid(change))
                                .collect(Collectors.joining(" ")),
                        t("late.take"),
                        reason -> decided(
                                change, LateItem::focusTake, () -> tell(late.take(change, reason), "late.taken")))
                .open();
    }

    /** Of each day that would be opened and was paid, with which export, and what becomes of the difference. */
    private Stream<String> paid(LateChange change) {
        return late.bearsUpon(change).stream()
                .flatMap(day -> settled.paid(day).stream()
                        .map(export -> t(
                                "late.take.help.paid",
                                times.day(day.day().atStartOfDay(times.zone()).toInstant()),
                                export)));
    }

    @Override
    public void keep(LateChange change) {
        decided(change, LateItem::focusKeep, () -> tell(late.keep(change), "late.kept"));
    }

    /**
     * Decides one, and goes on with the same act of the one that then stands in its place: of the last one, where it was
     * the last.
     */
    private void decided(LateChange change, Consumer<LateItem> onward, Runnable decide) {
        int at = place(change);
        decide.run();
        show();
        int last = list.getComponentCount() - 1;
        if (last < 0) {
            title.getElement().executeJs("this.focus()");
        } else {
            onward.accept((LateItem) list.getComponentAt(Math.min(at, last)));
        }
    }

    /** Its own, or the first where somebody else decided it meanwhile. */
    private int place(LateChange change) {
        return items.entrySet().stream()
                .filter(item -> item.getKey().change().id().equals(change.id()))
                .mapToInt(item -> list.indexOf(item.getValue()))
                .findFirst()
                .orElse(0);
    }

    private static void tell(LateOutcome outcome, String done) {
        switch (outcome) {
            case LateOutcome.Done _ -> Notices.done(t(done));
            case LateOutcome.NothingThere _ -> Notices.problem(t("late.gone"));
            case LateOutcome.Stale _ -> Notices.problem(t("late.stale"));
            case LateOutcome.Closed(var by) -> Notices.problem(SettledWords.says(by));
        }
    }
}
