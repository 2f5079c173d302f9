package org.sessiondesk.ui.sessions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.ProblemCounts;
import org.sessiondesk.payroll.PayRules;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.ui.sessions.problem.ProblemDesk;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.SessionFilter;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.Totals;
import org.sessiondesk.worklist.ViewCounts;
import org.sessiondesk.worklist.Worklist;

/** What the screen shows now, and its questions to the work list. Holds no component. */
final class Bench {

    private final Worklist worklist;
    private final PayRules payRules;
    private final Written written;
    private final ProblemDesk problems;
    private volatile SessionsUrl url = SessionsUrl.USUAL;
    private @Nullable LocalDate day;

    Bench(Worklist worklist, PayRules payRules, Written written, ProblemDesk problems) {
        this.payRules = payRules;
        this.worklist = worklist;
        this.written = written;
        this.problems = problems;
    }

    SessionsUrl url() {
        return url;
    }

    /** Whether the list of this address is on screen already; tomorrow's yesterday is another. */
    boolean shows(SessionsUrl other) {
        return other.equals(url) && today().equals(day);
    }

    void show(SessionsUrl newUrl) {
        url = newUrl;
        day = today();
    }

    SessionGrid.Pages pages() {
        var filter = filter();
        var sort = url.sort();
        return (offset, limit) -> worklist.page(filter, sort, offset, limit);
    }

    Totals totals() {
        return worklist.totals(filter());
    }

    /** Whether a row that changed still has the mark and the problem that the list asks for. */
    boolean lists(SessionLine line) {
        return hasMark(line) && (url.finding() == null || url.finding().holds(line.problem()));
    }

    /** Whether the list is one of sessions that something is wrong with, and lets them go once it is put right. */
    boolean letsGo() {
        return url.finding() != null || url.mark() != null;
    }

    private boolean hasMark(SessionLine line) {
        return switch (url.mark()) {
            case null -> true;
            case LOG_OUT_MISSING -> line.mark() == Mark.LOG_OUT_MISSING;
            case ODOMETER_BACKWARDS -> line.distance() != null && line.distance() < 0;
            case VANISHED -> line.vanished();
            case LEFT_OUT -> line.leftOut();
            case SIGNED -> line.signed();
            case EDITED -> line.edited();
            case ADDED -> line.addedByOffice();
            case STILL_OUT -> line.logOut() == null && !line.leftOut() && line.mark() != Mark.LOG_OUT_MISSING;
        };
    }

    /** How many sessions of the list with these totals are open problems; none in a list of other things. */
    int openProblems(Totals ofList) {
        if (!mayHoldProblems() || ofList.sessions() == 0) {
            return 0;
        }
        return url.finding() == null
                ? worklist.totals(filter().finding(FindingFilter.ANY)).sessions()
                : ofList.sessions();
    }

    /** Whether problems that wait to be settled can be in the list. */
    boolean mayHoldProblems() {
        var finding = url.finding();
        return finding == null || finding.ofOpen();
    }

    ViewCounts views() {
        var zone = written.times().zone();
        var midnight = today().atStartOfDay(zone).toInstant();
        var yesterday = today().minusDays(1).atStartOfDay(zone).toInstant();
        return worklist.views(yesterday, midnight);
    }

    /** Whether the list is that of all problems, whatever its order. */
    boolean showsAllProblems() {
        return url.equals(SessionsUrl.USUAL.finding(FindingFilter.ANY).sorted(url.sort()));
    }

    ProblemCounts problems() {
        return problems.counts();
    }

    List<SessionLine> lines(Collection<UUID> sessions) {
        return worklist.lines(sessions);
    }

    Optional<SessionDetail> find(UUID session) {
        return worklist.detail(session);
    }

    Optional<UUID> byOntimeId(UUID ontimeId) {
        return worklist.byOntimeId(ontimeId);
    }

    /** The day on which a session is added: the last that the list shows, else today. */
    LocalDate dayOfList() {
        var last = days().last(today());
        return last == null || last.isAfter(today()) ? today() : last;
    }

    /** What the CSV of this list is called, with its days. */
    String exportName(String what) {
        var first = days().first(today());
        var last = days().last(today());
        if (first == null && last == null) {
            return what + ".csv";
        }
        return what + "-" + (first == null ? "until" : first) + "-" + (last == null ? "on" : last) + ".csv";
    }

    FilterLine.Choices choices() {
        return new FilterLine.Choices(
                asked -> worklist.drivers(asked.text(), asked.offset(), asked.limit()),
                asked -> worklist.vehicles(asked.text(), asked.offset(), asked.limit()),
                worklist::driver,
                worklist::vehicle);
    }

    /** The filter of the list, seen from today. */
    SessionFilter filter() {
        return url.in(days()).filter(today(), written.times().zone());
    }

    private Period days() {
        return url.period().inDates(today(), payRules::period);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(written.now(), written.times().zone());
    }
}
