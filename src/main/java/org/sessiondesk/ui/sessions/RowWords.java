package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionLine;

/** What the cells of a row say. Severity is a sign and a word, never a colour alone. */
final class RowWords {

    private final Written written;
    private final ProblemCell problem;
    private final Set<UUID> fixed = new HashSet<>();
    private Map<UUID, String> editors = Map.of();

    RowWords(Written written) {
        this.written = written;
        this.problem = new ProblemCell(written);
    }

    /** Takes note of who is editing what; returns the sessions for which that changed. */
    Set<UUID> editors(Map<UUID, String> now) {
        var changed = new HashSet<UUID>();
        editors.forEach((session, who) -> {
            if (!Objects.equals(now.get(session), who)) {
                changed.add(session);
            }
        });
        now.forEach((session, who) -> {
            if (!Objects.equals(editors.get(session), who)) {
                changed.add(session);
            }
        });
        editors = Map.copyOf(now);
        return changed;
    }

    /** Takes note of a row that was replaced: whether what was wrong with it is right now. */
    void changed(SessionLine before, SessionLine now) {
        if (now.problem() != null) {
            fixed.remove(now.id());
        } else if (ProblemCell.isOpen(before) || isMarked(before) && !isMarked(now)) {
            fixed.add(now.id());
        }
    }

    void nothingFixed() {
        fixed.clear();
    }

    int fixed() {
        return fixed.size();
    }

    boolean isFixed(SessionLine line) {
        return fixed.contains(line.id());
    }

    LitRenderer<SessionLine> plain(String name, ValueProvider<SessionLine, String> text) {
        return LitRenderer.<SessionLine>of("<span>${item." + name + "}</span>").withProperty(name, text);
    }

    LitRenderer<SessionLine> problem() {
        return LitRenderer.<SessionLine>of("<span class='row-problem ${item.problemKind}' title=${item.problems}>"
                        + "<span>${item.problem}</span><span>${item.more}</span></span>")
                .withProperty("problem", line -> problem.text(line, isFixed(line)))
                .withProperty("problemKind", line -> problem.kind(line, isFixed(line)))
                .withProperty("more", ProblemCell::more)
                .withProperty("problems", problem::all);
    }

    LitRenderer<SessionLine> driver() {
        return LitRenderer.<SessionLine>of("<span class='row-driver' title=${item.driver}>${item.driver}</span>"
                        + "<span class='editing' ?hidden=${!item.editing}>${item.editing}</span>")
                .withProperty("driver", RowWords::driver)
                .withProperty("editing", this::editing);
    }

    LitRenderer<SessionLine> logOut() {
        return LitRenderer.<SessionLine>of("<span class=${item.outKind}>${item.out}</span>")
                .withProperty("out", this::logOut)
                .withProperty("outKind", line -> line.mark() == Mark.LOG_OUT_MISSING ? "amber" : "");
    }

    LitRenderer<SessionLine> distance() {
        return LitRenderer.<SessionLine>of("<span class=${item.farKind}>${item.far}</span>")
                .withProperty("far", this::distance)
                .withProperty("farKind", line -> isBackwards(line) ? "amber" : "");
    }

    LitRenderer<SessionLine> sent() {
        return LitRenderer.<SessionLine>of(
                        "<span class=${item.sentKind}>${item.sent}</span>"
                                + " <span role='img' title=${item.markWords} aria-label=${item.markWords} ?hidden=${!item.markWords}>${item.mark}<i class=${item.lock}></i></span>")
                .withProperty("sent", line -> SentWords.text(line.sent()))
                .withProperty("sentKind", line -> SentWords.kind(line.sent()))
                .withProperty("mark", RowWords::sign)
                .withProperty("lock", RowWords::lock)
                .withProperty("markWords", RowWords::markWords);
    }

    LitRenderer<SessionLine> card() {
        return LitRenderer.<SessionLine>of("""
                        <div class="card">
                          <div><b>${item.driver}</b><span>${item.vehicle}</span></div>
                          <div><span>${item.logIn} → <span class=${item.outKind}>${item.out}</span></span><span class=${item.farKind}>${item.far}</span></div>
                          <div class="quiet"><span>${item.duration}</span><span><span class=${item.sentKind}>${item.sent}</span> ${item.mark}</span></div>
                          <div class="row-problem ${item.problemKind}" title=${item.problems} ?hidden=${!item.problem}><span>${item.problem}</span><span>${item.more}</span></div>
                          <div class="editing" ?hidden=${!item.editing}>${item.editing}</div>
                        </div>
                        """)
                .withProperty("driver", RowWords::driver)
                .withProperty("vehicle", RowWords::vehicle)
                .withProperty("logIn", this::logIn)
                .withProperty("out", this::logOut)
                .withProperty("outKind", line -> line.mark() == Mark.LOG_OUT_MISSING ? "amber" : "")
                .withProperty("far", this::distanceWithUnit)
                .withProperty("farKind", line -> isBackwards(line) ? "amber" : "")
                .withProperty("duration", this::duration)
                .withProperty("sent", line -> SentWords.text(line.sent()))
                .withProperty("sentKind", line -> SentWords.kind(line.sent()))
                .withProperty("problem", line -> problem.text(line, isFixed(line)))
                .withProperty("problemKind", line -> problem.kind(line, isFixed(line)))
                .withProperty("more", ProblemCell::more)
                .withProperty("problems", problem::all)
                .withProperty("mark", RowWords::markWords)
                .withProperty("editing", this::editing);
    }

    static String driver(SessionLine line) {
        return line.driver() == null ? t("sessions.no-driver") : line.driver();
    }

    static String vehicle(SessionLine line) {
        return line.vehicle() == null ? "" : line.vehicle();
    }

    String logIn(SessionLine line) {
        return written.time(line.logIn());
    }

    String logOut(SessionLine line) {
        if (line.logOut() != null) {
            return written.time(line.logOut(), line.logIn());
        }
        return t(line.mark() == Mark.LOG_OUT_MISSING ? "sessions.cell.missing" : "sessions.cell.open");
    }

    String duration(SessionLine line) {
        return written.duration(line.logIn(), line.logOut());
    }

    String start(SessionLine line) {
        return written.number(line.startMileage());
    }

    String end(SessionLine line) {
        return written.number(line.endMileage());
    }

    private String distance(SessionLine line) {
        return (isBackwards(line) ? "▲ " : "") + written.number(line.distance());
    }

    private String distanceWithUnit(SessionLine line) {
        return (isBackwards(line) ? "▲ " : "") + written.distance(line.distance());
    }

    private String editing(SessionLine line) {
        String who = editors.get(line.id());
        return who == null ? "" : t("sessions.editing", who);
    }

    private static boolean isMarked(SessionLine line) {
        return line.mark() == Mark.LOG_OUT_MISSING || line.mark() == Mark.ODOMETER_BACKWARDS;
    }

    private static boolean isBackwards(SessionLine line) {
        return line.distance() != null && line.distance() < 0;
    }

    private static String sign(SessionLine line) {
        return (line.vanished() ? "⊘" : "")
                + (line.leftOut() ? "⊖" : "")
                + (line.addedByOffice() ? "+" : line.edited() ? "✎" : "");
    }

    private static String lock(SessionLine line) {
        return line.signed() ? "lock" : "";
    }

    private static String markWords(SessionLine line) {
        return Stream.of(
                        line.vanished() ? t("sessions.mark.vanished") : "",
                        line.leftOut() ? t("sessions.mark.left-out") : "",
                        line.signed() ? t("sessions.mark.signed") : "",
                        line.paidIn() == null ? "" : t("sessions.mark.paid", line.paidIn()),
                        line.addedByOffice()
                                ? t("sessions.mark.added")
                                : line.edited() ? t("sessions.mark.edited") : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
