package org.sessiondesk.ui.sessions.edit;

import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.deliveries.DeliveryPanel;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.SessionDetail;
import org.sessiondesk.worklist.VehicleLine;

/** What stands in the editor above its buttons, from head line to history. Shows; decides nothing. */
final class EditorBody extends Div {

    private static final long serialVersionUID = 1L;

    private final DeliveryPanel sending;
    private final transient ProblemPanel problems;
    private final EditorHead head;
    private final VehicleLinePanel vehicleLine;
    private final FieldTable fields;
    private final Summary summary;
    private final ReasonChips reason;
    private final StalePanel stale;
    private final HistoryList history;

    private @Nullable UUID sent;

    EditorBody(
            EditorActs acts,
            Names names,
            Written written,
            Function<UUID, String> people,
            DeliveryPanel sending,
            ProblemPanel problems,
            Runnable back,
            Runnable begun,
            Runnable typed) {
        this.sending = sending;
        this.problems = problems;
        this.head = new EditorHead(written, back, acts::open);
        this.vehicleLine = new VehicleLinePanel(written, acts::open);
        this.fields = new FieldTable(names, written, begun, typed);
        this.summary = new Summary(names, written);
        this.reason = new ReasonChips(begun, typed);
        this.stale = new StalePanel(names, written);
        this.history = new HistoryList(written, people);
        addClassName("editor-body");
        add(head, sending, stale, problems.component(), vehicleLine, fields, summary, reason, history);
    }

    FieldTable fields() {
        return fields;
    }

    ReasonChips reason() {
        return reason;
    }

    StalePanel stale() {
        return stale;
    }

    /** "Save sends: …", for beside the button. */
    Div sends() {
        return summary.sends();
    }

    void setReadOnly(boolean readOnly) {
        fields.setReadOnly(readOnly);
        reason.setReadOnly(readOnly);
        history.setReadOnly(readOnly);
    }

    /** What takes back an earlier correction of the session shown. */
    void onRevert(Consumer<UUID> revert) {
        history.onRevert(revert);
    }

    /** All of a session, with a draft over it. */
    void show(SessionDetail detail, Draft draft) {
        summary.begin();
        fields.show(draft, Shown.of(detail.session()));
        showAround(detail);
    }

    /** What stands around the fields; what is typed in them stays. */
    void showAround(SessionDetail detail) {
        showProblems(detail);
        history.show(detail);
        sendingOf(detail.session().id());
    }

    /** What is wrong with it now: in the head, in its box and at the fields. */
    void showProblems(SessionDetail detail) {
        problems.show(detail);
        head.show(detail, problems.place());
        fields.mark(problems.marks());
    }

    /** Puts the cursor into the field that has a problem, or by its mark will have one. */
    void focusWork(@Nullable Mark mark) {
        fields.focus(problems.work()
                .orElse(
                        mark == Mark.LOG_OUT_MISSING
                                ? SessionField.LOG_OUT
                                : mark == Mark.ODOMETER_BACKWARDS ? SessionField.END_MILEAGE : SessionField.LOG_IN));
    }

    /** The empty form of a session to be added. */
    void adding(Draft draft) {
        summary.begin();
        head.adding();
        problems.clear();
        fields.mark(Map.of());
        sendingOf(null);
        fields.show(draft, Shown.NOTHING);
        history.setVisible(false);
    }

    /** What the typed values come to. */
    void show(Draft draft, VehicleLine line) {
        vehicleLine.show(line, draft.values());
        summary.show(draft, line);
    }

    /** The panel keeps itself up to date; shown anew it would forget a choice half made. */
    private void sendingOf(@Nullable UUID session) {
        if (!Objects.equals(session, sent)) {
            sent = session;
            sending.showSession(session);
        }
    }

    void showOthers(@Nullable String who) {
        head.others(who);
    }
}
