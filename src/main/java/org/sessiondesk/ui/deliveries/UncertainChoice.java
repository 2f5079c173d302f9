package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.DeliveryDecisions.Candidates;
import org.sessiondesk.delivery.DeliveryDecisions.Decision;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;

/** Whether a session that the office added arrived, and as which record: ours and each that it may be side by side. */
final class UncertainChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryDesk desk;
    private final UUID session;
    private final Paragraph hint = new Paragraph(t("deliveries.uncertain.looking"));
    private final Div compared = new Div();
    private final RadioButtonGroup<Candidate> candidates = new RadioButtonGroup<>(t("deliveries.uncertain.which"));
    private final Button arrived = new Button(t("deliveries.it-arrived"), _ -> arrived());
    private final Button again = new Button(t("deliveries.send-again"), _ -> again());

    /** The number that its column has, from 1 on. */
    private record Candidate(int number, UserSession record) {}

    UncertainChoice(DeliveryDesk desk, UUID session) {
        this.desk = desk;
        this.session = session;
        addClassName("decision");
        hint.getElement().setAttribute("role", "status");
        candidates.setVisible(false);
        candidates.setItemLabelGenerator(this::describe);
        arrived.setVisible(false);
        var buttons = new Div(arrived, again);
        buttons.addClassName("decision-buttons");
        add(hint, compared, candidates, buttons);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        DeliveryDesk.ask(() -> desk.decisions.candidates(session), this::show);
    }

    private void show(Candidates found) {
        switch (found) {
            case Candidates.OutOfReach _ -> hint.setText(t("deliveries.uncertain.out-of-reach"));
            case Candidates.Found(var _, List<UserSession> sessions, boolean whole)
            when sessions.isEmpty() ->
                hint.setText(t(whole ? "deliveries.uncertain.none" : "deliveries.uncertain.too-many"));
            case Candidates.Found(UserSession ours, List<UserSession> sessions, boolean whole) -> {
                show(ours, sessions);
                if (!whole) {
                    hint.add(" " + t("deliveries.uncertain.too-many"));
                }
            }
        }
    }

    private void show(@Nullable UserSession ours, List<UserSession> sessions) {
        hint.setText(t("deliveries.uncertain.some", sessions.size()));
        compared.removeAll();
        compared.add(new CandidateTable(ours, sessions, desk.valueWords()));
        candidates.setItems(IntStream.range(0, sessions.size())
                .mapToObj(i -> new Candidate(i + 1, sessions.get(i)))
                .toList());
        candidates.setVisible(true);
        arrived.setVisible(true);
    }

    private String describe(Candidate each) {
        var record = each.record();
        return t(
                "deliveries.uncertain.candidate",
                each.number(),
                record.logInTime() == null ? t("deliveries.none") : desk.times.dated(record.logInTime()),
                record.logOutTime() == null ? t("deliveries.none") : desk.times.dated(record.logOutTime()));
    }

    private void arrived() {
        var picked = candidates.getValue();
        var id = picked == null ? null : picked.record().id();
        if (id == null) {
            candidates.setInvalid(true);
            candidates.setErrorMessage(t("deliveries.uncertain.pick"));
            candidates.getElement().callJsFunction("focus");
            return;
        }
        DeliveryDesk.ask(() -> desk.decisions.itArrived(session, id), UncertainChoice::tell);
    }

    private void again() {
        tell(desk.decisions.sendAgain(session));
    }

    static void tell(Decision decision) {
        switch (decision) {
            case Decision.Done _ -> Notices.done(t("deliveries.decided"));
            case Decision.TooLate _ -> Notices.problem(t("deliveries.too-late"));
            case Decision.TooEarly _ -> Notices.problem(t("deliveries.too-early"));
            case Decision.NotThis _ -> Notices.problem(t("deliveries.not-this"));
            case Decision.Locked(var by) -> Notices.problem(SettledWords.says(by));
            case Decision.OutOfReach _ -> Notices.problem(t("deliveries.out-of-reach"));
        }
    }
}
