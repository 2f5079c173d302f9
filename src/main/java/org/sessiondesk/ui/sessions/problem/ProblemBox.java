package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.StandingFinding;
import org.sessiondesk.judge.Finding;
import org.sessiondesk.judge.Suggestion;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.sessiondesk.ui.sessions.edit.FieldMark;
import org.sessiondesk.ui.sessions.edit.Names;
import org.sessiondesk.ui.sessions.edit.ProblemPanel;
import org.sessiondesk.ui.sessions.edit.Proposal;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionLine;

/** The editor's box about its session's problems. Drawn anew only when it would say something else. */
public final class ProblemBox implements ProblemPanel, FindingPanel.Ways {

    private final ProblemDesk desk;
    private final ProblemActs acts;
    private final Names names;
    private final Written written;
    private final ProblemWords words;
    private final SuggestionWords suggestions;
    private final SaidLines lines;
    private final ProblemVoice voice;
    private final BoxFrame frame;
    private final boolean mayAct;
    private final transient Supplier<SessionFilter> list;
    private final Consumer<UUID> open;
    private Consumer<Proposal> taker = _ -> {};
    private @Nullable SessionDetail detail;
    private Situation situation = Situation.NONE;
    private @Nullable SessionValues drawn;
    private String place = "";

    /**
     * @param list the list whose problems are walked
     * @param open opens another session
     */
    public ProblemBox(
            ProblemDesk desk,
            Names names,
            Written written,
            boolean mayAct,
            Supplier<SessionFilter> list,
            Consumer<UUID> open) {
        this.desk = desk;
        this.acts = new ProblemActs(desk.acts(), written, this::again);
        this.names = names;
        this.written = written;
        this.words = new ProblemWords(written);
        this.suggestions = new SuggestionWords(names, written);
        this.mayAct = mayAct;
        this.list = list;
        this.open = open;
        this.lines = new SaidLines(acts, words, written.times(), desk::person, mayAct);
        this.voice = new ProblemVoice(words, suggestions);
        this.frame = new BoxFrame(voice);
    }

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public void onUse(Consumer<Proposal> newTaker) {
        taker = newTaker;
    }

    @Override
    public void onSettled(Runnable goOn) {
        frame.onEmptied(goOn);
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
        voice.clear();
        frame.fill(List.of());
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
    public Map<SessionField, FieldMark> marks() {
        var marks = new EnumMap<SessionField, FieldMark>(SessionField.class);
        for (var each : situation.open()) {
            marks.putIfAbsent(each.finding().field(), ProblemWords.mark(each.finding()));
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
            taker.accept(SuggestionWords.proposal(finding, suggestion));
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
            frame.focus();
        }
    }

    private void draw(UUID id, SessionValues values) {
        var parts = new ArrayList<Component>();
        var openOnes = situation.open();
        for (var each : openOnes) {
            var finding = each.finding();
            boolean putsAside = each == openOnes.getLast() && situation.aside() == null;
            parts.add(new FindingPanel(words, suggestions, values, this)
                    .show(
                            finding,
                            situation.others().get(finding.contradicts()),
                            mayAct,
                            putsAside ? putAside(id) : null));
        }
        parts.addAll(lines.of(id, situation, values));
        voice.say(id, situation, values);
        frame.fill(parts);
    }

    private Button putAside(UUID id) {
        var button = new Button(t("problem.aside"), _ -> acts.putAside(id));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String place(Situation now) {
        var problem = now.problem();
        if (problem == null) {
            return "";
        }
        if (problem.aside() != null) {
            return t("problem.place-aside");
        }
        var among = desk.among(list.get(), problem.place());
        return among.listed() ? t("problem.place", among.number(), among.of()) : t("problem.place-unlisted");
    }

    private String vehicle() {
        var vehicle = here().session().values().vehicle();
        return vehicle == null ? "" : names.vehicle(vehicle).name();
    }

    private SessionDetail here() {
        return Objects.requireNonNull(detail);
    }
}
