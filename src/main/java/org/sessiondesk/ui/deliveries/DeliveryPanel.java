package org.sessiondesk.ui.deliveries;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.delivery.Deliveries.Detail;
import org.sessiondesk.delivery.Deliveries.Difference;
import org.sessiondesk.delivery.Deliveries.Line;
import org.sessiondesk.delivery.DeliveryDecisions.Decision;
import org.sessiondesk.delivery.DeliveryReason;
import org.sessiondesk.delivery.DeliveryState;
import org.sessiondesk.live.News;
import org.sessiondesk.session.CorrectionOutcome;
import org.sessiondesk.session.SessionCommand;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SettledWords;

/**
 * One delivery: where it is, why, the one way on that a person has, and the evidence. It keeps itself up to date while
 * it is on a screen; a choice half made stays until the delivery's state changes.
 */
public final class DeliveryPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryDesk desk;
    private final Div said = new Div();
    private final Div choosing = new Div();
    private final Div way = new Div();
    private final Div evidence = new Div();
    private transient @Nullable UUID session;
    private transient @Nullable UUID delivery;
    private transient @Nullable Object drawn;
    private transient @Nullable ConflictChoice choice;
    private boolean badge = true;

    /** A panel that shows nothing yet. */
    public DeliveryPanel(DeliveryDesk desk) {
        this.desk = desk;
        addClassName("delivery-panel");
        said.addClassName("delivery-said");
        said.getElement().setAttribute("role", "status");
        add(said, choosing, way, evidence);
        setVisible(false);
        desk.liveUpdates.follow(this, Set.of(News.Topic.SESSION, News.Topic.CONNECTION), this::hear);
    }

    /** Shows the newest delivery of a session; nothing where there is none. */
    public void showSession(@Nullable UUID id) {
        badge = true;
        session = id;
        delivery = null;
        forget();
        refresh();
    }

    /** Shows this delivery, below a line that says its state already. */
    public void showDelivery(UUID id) {
        badge = false;
        session = null;
        delivery = id;
        forget();
        refresh();
    }

    private void forget() {
        drawn = null;
        choice = null;
        choosing.removeAll();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void hear(News news) {
        if (news.topic() == News.Topic.CONNECTION || session == null || news.concerns(session)) {
            refresh();
        }
    }

    private void refresh() {
        Optional<Detail> found = Optional.empty();
        if (delivery != null) {
            found = desk.deliveries.detail(delivery);
        } else if (session != null) {
            found = desk.deliveries.newestOf(session);
        }
        setVisible(found.isPresent());
        found.ifPresent(this::draw);
    }

    private void draw(Detail detail) {
        var line = detail.line();
        said.removeAll();
        if (badge) {
            said.add(DeliveryWords.badge(line.state()), new Span(desk.words().sentence(line, desk.gate(), desk.now())));
        }
        line.duplicates().forEach(other -> said.add(new Paragraph(t("deliveries.duplicate", other))));
        record Drawn(Line line, long version, List<Difference> differences) {}
        var now = new Drawn(line, detail.version(), detail.differences());
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        way.removeAll();
        conflict(detail);
        if (DeliveryDesk.mayCorrect()) {
            wayOn(detail);
            line.duplicates().forEach(other -> way.add(buttons(settled(line, other))));
        }
        evidence.removeAll();
        evidence.add(new TechnicalDetails(
                detail.tries(), line.ontimeId() == null ? null : line.ontimeId().toString(), desk.times));
    }

    /** The choice stays in its place while there is one to be made, so that nothing chosen and no focus is lost. */
    private void conflict(Detail detail) {
        if (detail.line().state() != DeliveryState.CONFLICT) {
            choice = null;
            choosing.removeAll();
            return;
        }
        if (choice == null) {
            choice = new ConflictChoice(desk.valueWords(), DeliveryDesk.mayCorrect());
            choosing.add(choice);
        }
        choice.show(detail.differences());
    }

    private void wayOn(Detail detail) {
        var line = detail.line();
        switch (line.state()) {
            case CONFLICT -> {
                var choosable = Objects.requireNonNull(choice);
                way.add(buttons(
                        primary(
                                t("deliveries.apply-choice"),
                                () -> choosable.ours().ifPresent(ours -> resolve(detail, ours))),
                        new Button(t("deliveries.send-ours"), _ -> resolve(detail, choosable.corrected())),
                        new Button(t("deliveries.use-ontimes"), _ -> withdraw(detail))));
            }
            case REJECTED ->
                way.add(
                        new Paragraph(t(
                                line.reason() == DeliveryReason.NOT_THERE
                                        ? "deliveries.rejected.gone"
                                        : "deliveries.rejected.way")),
                        buttons(new Button(
                                detail.creates() ? t("deliveries.discard") : t("deliveries.use-ontimes"),
                                _ -> withdraw(detail))));
            case UNCERTAIN -> {
                if (line.toDecide()) {
                    way.add(new UncertainChoice(desk, line.session()));
                }
            }
            case HELD -> way.add(buttons(primary(t("deliveries.try-now"), () -> tryNow(line))));
            case WAITING -> {
                if (line.attempts() > 0) {
                    way.add(buttons(new Button(t("deliveries.try-now"), _ -> tryNow(line))));
                }
            }
            case SENDING, ACCEPTED, WITHDRAWN -> {}
        }
    }

    private static Div buttons(Button... buttons) {
        var line = new Div(buttons);
        line.addClassName("decision-buttons");
        return line;
    }

    private static Button primary(String text, Runnable act) {
        var button = new Button(text, _ -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Ours stands in these fields, OnTime's in all others. */
    private void resolve(Detail detail, Set<SessionField> ours) {
        var seen = Objects.requireNonNull(detail.ontime());
        tell(desk.corrections.apply(
                List.of(new SessionCommand.Resolve(detail.line().session(), detail.version(), ours, seen))));
    }

    private void withdraw(Detail detail) {
        tell(desk.corrections.apply(
                List.of(new SessionCommand.Withdraw(detail.line().session(), detail.version(), detail.ontime()))));
    }

    private void tell(List<CorrectionOutcome> outcomes) {
        switch (outcomes.getFirst()) {
            case CorrectionOutcome.Saved _ -> Notices.done(t("deliveries.decided"));
            case CorrectionOutcome.Locked(var by) -> Notices.problem(SettledWords.says(by));
            case CorrectionOutcome.Stale _ -> Notices.problem(t("deliveries.stale"));
            case CorrectionOutcome.Invalid _ -> Notices.problem(t("deliveries.backwards"));
            case CorrectionOutcome.TooLate _, CorrectionOutcome.NotReached _ ->
                Notices.problem(t("deliveries.too-late"));
        }
        refresh();
    }

    /** Among several each says which one it is about. */
    private Button settled(Line line, UUID other) {
        var text = line.duplicates().size() == 1
                ? t("deliveries.duplicate.settled")
                : t("deliveries.duplicate.settled.one", other);
        return new Button(text, _ -> settle(line, other));
    }

    private void settle(Line line, UUID other) {
        UncertainChoice.tell(desk.decisions.duplicateSettled(line.session(), other));
        refresh();
    }

    private void tryNow(Line line) {
        var decision = desk.decisions.tryNow(line.id());
        if (decision instanceof Decision.Done) {
            Notices.done(t("deliveries.trying"));
        } else {
            Notices.problem(t("deliveries.too-late"));
        }
        refresh();
    }
}
