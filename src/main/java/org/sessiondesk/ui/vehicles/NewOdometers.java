package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.FindingActs.Outcome;
import org.sessiondesk.fleet.FleetVehicle;
import org.sessiondesk.fleet.NewOdometerAct;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.sessions.edit.OdometerDialog;

/** What people said of a vehicle's new odometers; each can be taken back, and that too. */
final class NewOdometers extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FleetDesk desk;
    private final transient VehicleLineWords words;
    private final transient Runnable changed;
    private final Paragraph none = new Paragraph(t("vehicles.acts.none"));
    private final UnorderedList list = new UnorderedList();
    private final Div saidLine = new Div();
    private final Span said = new Span();
    private final Button undo = new Button(t("sessions.undo"));
    private transient @Nullable UUID vehicle;
    private String name = "";
    private transient List<NewOdometerAct> shown = List.of();
    private transient @Nullable Runnable takeBack;

    NewOdometers(FleetDesk desk, VehicleLineWords words, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.changed = changed;
        addClassName("odometer-acts");
        none.addClassName("quiet");
        said.getElement().setAttribute("role", "status");
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        undo.addClickListener(_ -> undo());
        undo.addClickShortcut(Key.F9);
        saidLine.addClassName("saved-line");
        saidLine.add(said, undo);
        add(new H2(t("vehicles.acts")), saidLine, none, list);
        say("", null);
    }

    /** Another vehicle: what was done to the last one is over. */
    void of(FleetVehicle shownNow) {
        var newVehicle = shownNow.id();
        name = shownNow.name();
        if (!newVehicle.equals(vehicle)) {
            vehicle = newVehicle;
            say("", null);
        }
    }

    void show(List<NewOdometerAct> acts) {
        if (!acts.equals(shown)) {
            list.removeAll();
            acts.forEach(act -> list.add(item(act)));
        }
        shown = List.copyOf(acts);
        none.setVisible(acts.isEmpty());
        list.setVisible(!acts.isEmpty());
    }

    /** Asks, with what is offered in the fields. */
    void ask(@Nullable Instant since, @Nullable Integer reading) {
        new OdometerDialog(name, desk.written.times().zone(), since, reading, this::save).open();
    }

    private void save(Instant since, int reading) {
        var before = shown.stream().filter(act -> act.since().equals(since)).findFirst();
        var of = vehicle();
        if (desk.acts.newOdometer(of, since, reading) == Outcome.NOTHING_THERE) {
            say(t("vehicles.new-odometer.known"), null);
            return;
        }
        say(
                t("vehicles.new-odometer.done", desk.written.times().dated(since), desk.written.number(reading)),
                () -> before.ifPresentOrElse(
                        act -> desk.acts.newOdometer(of, since, act.reading()),
                        () -> desk.acts.sameOdometer(of, since)));
        changed.run();
    }

    private void takeBack(NewOdometerAct act) {
        var of = vehicle();
        if (desk.acts.sameOdometer(of, act.since()) == Outcome.NOTHING_THERE) {
            Notices.problem(t("vehicles.acts.gone"));
        } else {
            say(
                    t("vehicles.acts.taken-back", desk.written.times().dated(act.since())),
                    () -> desk.acts.newOdometer(of, act.since(), act.reading()));
        }
        changed.run();
    }

    private void undo() {
        if (takeBack != null) {
            takeBack.run();
            say(t("vehicles.acts.undone"), null);
            changed.run();
        }
    }

    private void say(String what, @Nullable Runnable back) {
        said.setText(what);
        takeBack = back;
        undo.setVisible(back != null);
        saidLine.setVisible(!what.isEmpty());
    }

    private UUID vehicle() {
        if (vehicle == null) {
            throw new IllegalStateException("no vehicle is shown");
        }
        return vehicle;
    }

    private ListItem item(NewOdometerAct act) {
        var by = new Span(t(
                "vehicles.act.by",
                desk.people.name(act.person()),
                desk.written.times().near(act.saidAt())));
        by.addClassName("quiet");
        var item = new ListItem(new Span(words.act(act)), by);
        if (FleetDesk.mayCorrect()) {
            var back = new Button(t("vehicles.acts.take-back"), _ -> takeBack(act));
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.setAriaLabel(t("vehicles.acts.take-back-of", words.act(act)));
            item.add(back);
        }
        return item;
    }
}
