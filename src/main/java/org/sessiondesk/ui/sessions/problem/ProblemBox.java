package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.Problem;
import org.sessiondesk.finding.StandingFinding;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.sessions.edit.Names;
import org.sessiondesk.ui.sessions.edit.ProblemPanel;
import org.sessiondesk.ui.sessions.edit.Proposal;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.SessionLine;

/** The editor's box about its session's problems. Drawn anew only when it would say something else. */
public final class ProblemBox extends Div implements ProblemPanel, FindingPanel.Ways {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDesk desk;
    private final transient ProblemActs acts;
    private final transient Names names;
    private final transient Written written;
    private final transient ProblemWords words;
    private final transient SuggestionWords suggestions;
    private final boolean mayAct;
    private final Consumer<UUID> open;
    private Consumer<Proposal> taker = _ -> {};
    private transient @Nullable SessionDetail detail;
    private transient Situation situation = Situation.NONE;
    private transient @Nullable SessionValues drawn;
    private String place = "";

    /** @param open opens another session */
    public ProblemBox(ProblemDesk desk, Names names, Written written, boolean mayAct, Consumer<UUID> open) {
        this.desk = desk;
        this.acts = new ProblemActs(desk.acts(), written, this::again);
        this.names = names;
        this.written = written;
        this.words = new ProblemWords(written);
        this.suggestions = new SuggestionWords(names, written);
        this.mayAct = mayAct;
        this.open = open;
        addClassName("problem-box");
        getElement().setAttribute("role", "region").setAttribute("aria-label", t("problem.box"));
        setVisible(false);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void onUse(Consumer<Proposal> newTaker) {
        taker = newTaker;
    }

    @Override
    public void show(SessionDetail newDetail) {
        detail = newDetail;
        var id = newDetail.session().id();
        var values = newDetail.session().values();
        var now = desk.of(id);
        place = place(now);
        if (!now.equals(situation) || !values.equals(drawn)) {
            situation = now;
            drawn = values;
            draw(id, values);
        }
    }

    @Override
    public void clear() {
        detail = null;
        drawn = null;
        situation = Situation.NONE;
        place = "";
        removeAll();
        setVisible(false);
    }

    @Override
    public void useFirst() {
        situation.open().stream()
                .map(StandingFinding::finding)
                .filter(finding -> !finding.suggestions().isEmpty())
                .findFirst()
                .ifPresent(finding -> use(finding, finding.suggestions().getFirst()));
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Map<SessionField, String> marks() {
        var marks = new EnumMap<SessionField, String>(SessionField.class);
        for (var each : situation.open()) {
            marks.putIfAbsent(
                    each.finding().field(), ProblemWords.brief(each.finding().rule()));
        }
        return marks;
    }

    @Override
    public Optional<SessionField> work() {
        return situation.open().stream().map(each -> each.finding().field()).findFirst();
    }

    @Override
    public void open(SessionLine other) {
        open.accept(other.id());
    }

    @Override
    public void use(Finding finding, Suggestion suggestion) {
        if (SuggestionWords.isAct(suggestion)) {
            acts.newOdometer(here(), vehicle(), suggestion);
        } else {
            taker.accept(SuggestionWords.proposal(finding.rule(), suggestion));
        }
    }

    @Override
    public void dismiss(Finding finding, String sentence) {
        acts.dismiss(finding, sentence);
    }

    @Override
    public void notKnown(SessionField reading) {
        acts.notKnown(here().session().id(), reading);
    }

    @Override
    public void newOdometer(Finding finding) {
        acts.newOdometer(here(), vehicle(), null);
    }

    /** Somebody did something here: it is seen at once, and what is judged anew follows as news. */
    private void again() {
        if (detail != null) {
            show(detail);
        }
    }

    private void draw(UUID id, SessionValues values) {
        removeAll();
        setVisible(!situation.isEmpty());
        var openOnes = situation.open();
        for (var each : openOnes) {
            var finding = each.finding();
            boolean last = each == openOnes.getLast();
            add(new FindingPanel(words, suggestions, values, this)
                    .show(
                            finding,
                            situation.others().get(finding.contradicts()),
                            mayAct,
                            last && situation.aside() == null
                                    ? button("problem.aside", () -> acts.putAside(id))
                                    : null));
        }
        var aside = situation.aside();
        if (aside != null) {
            add(aside(id, aside));
        }
        situation.notKnown().forEach(reading -> add(unknown(id, reading)));
        situation.dismissed().forEach(each -> add(dismissed(each, values)));
    }

    private Div aside(UUID id, Problem.Aside aside) {
        String until = written.times().near(aside.until());
        String person = desk.person(aside.person());
        var line = new Div(new Span(
                aside.note() == null
                        ? t("problem.aside.stands", until, person)
                        : t("problem.aside.stands-note", until, person, aside.note())));
        line.addClassName("finding-acts");
        if (mayAct) {
            line.add(button("problem.take-back", () -> acts.takeBack(id)));
        }
        return line;
    }

    private Div unknown(UUID id, SessionField reading) {
        var line = new Div(new Span(t("problem.not-known.stands", ProblemWords.field(reading))));
        line.addClassName("finding-acts");
        if (mayAct) {
            line.add(button("problem.known", () -> acts.known(id, reading)));
        }
        return line;
    }

    private Div dismissed(StandingFinding each, SessionValues values) {
        var by = Objects.requireNonNull(each.dismissed());
        String person = desk.person(by.person());
        var said = new Span(
                by.reason() == null
                        ? t("problem.dismissed", person, words.sentence(each.finding(), values))
                        : t("problem.dismissed-reason", person, words.sentence(each.finding(), values), by.reason()));
        var line = new Div(said);
        line.addClassNames("finding-acts", "quiet");
        if (mayAct) {
            line.add(button("problem.restore", () -> acts.restore(each.finding())));
        }
        return line;
    }

    private static Button button(String key, Runnable act) {
        var button = new Button(t(key), _ -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String place(Situation now) {
        var problem = now.problem();
        if (problem == null) {
            return "";
        }
        var counts = desk.counts();
        return problem.aside() != null
                ? t("problem.place-aside")
                : t("problem.place", desk.upTo(problem.place()), counts.sessions());
    }

    private String vehicle() {
        var vehicle = here().session().values().vehicle();
        return vehicle == null ? "" : names.vehicle(vehicle).name();
    }

    private SessionDetail here() {
        return Objects.requireNonNull(detail);
    }
}
