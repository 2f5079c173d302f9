package org.sessiondesk.ui.vehicles;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.fleet.Fleet;
import org.sessiondesk.fleet.FleetVehicle;
import org.sessiondesk.fleet.OdometerBreak;
import org.sessiondesk.fleet.Trip;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.worklist.SessionLine;

/** One vehicle: its line of readings over a period, where it breaks, and its new odometers. */
@Route("vehicles/:vehicle")
@StyleSheet("context://desk/vehicles.css")
@RolesAllowed({"SUPERVISOR", "PAYROLL", "AUDITOR", "ADMINISTRATOR"})
public class VehicleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient FleetDesk desk;
    private final transient VehicleLineWords words;
    private final H1 title = new H1();
    private final Anchor sessions = new Anchor("", t("vehicles.sessions"));
    private final VehicleFacts facts;
    private final PeriodLine period = new PeriodLine(this::go);
    private final OdometerChart chart = new OdometerChart(this::choose);
    private final Paragraph note = new Paragraph();
    private final Button lastDriven = new Button();
    private final BreakList breakList;
    private final SideBySide pair;
    private final NewOdometers odometers;
    private final TripGrid table;
    private transient VehicleUrl url = VehicleUrl.USUAL;
    private transient @Nullable UUID vehicle;
    private transient List<Trip> trips = List.of();
    private transient List<OdometerBreak> breaks = List.of();
    private transient @Nullable LocalDate lastDay;

    VehicleView(FleetDesk desk) {
        this.desk = desk;
        this.words = new VehicleLineWords(desk.written);
        this.facts = new VehicleFacts(desk.written, words);
        this.breakList = new BreakList(words, this::choose);
        this.pair = new SideBySide(desk.written, words, this::newOdometerFrom, () -> address(null));
        this.odometers = new NewOdometers(desk, words, this::show);
        this.table = new TripGrid(desk.written, words, this::choose);
        addClassNames("screen", "vehicle-screen");
        var add = new Button(t("vehicles.new-odometer"), _ -> odometers.ask(null, null));
        add.setVisible(FleetDesk.mayCorrect());
        var head = new Div(new Anchor("vehicles", t("vehicles.back")), title, sessions, add);
        head.addClassName("screen-head");
        note.getElement().setAttribute("role", "status");
        note.addClassName("quiet");
        lastDriven.addClickListener(_ -> go(VehicleUrl.upTo(Objects.requireNonNull(lastDay))));
        var periodHead = new Div(period, note, lastDriven);
        periodHead.addClassName("vehicle-period");
        var below = new Div(breakList, odometers);
        below.addClassName("vehicle-below");
        add(head, facts, periodHead, chart, pair, below, new H2(t("vehicles.table")), table);
        desk.live.follow(this, Set.of(Topic.SESSION, Topic.FINDING, Topic.ROSTER), this::hear);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = event.getRouteParameters()
                .get("vehicle")
                .flatMap(VehicleView::uuid)
                .flatMap(desk.fleet::vehicle);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        vehicle = found.get().id();
        url = VehicleUrl.parse(event.getLocation().getQueryParameters());
        odometers.of(found.get());
        sessions.setHref("sessions?vehicle=" + vehicle);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (url.pair() != null) {
            pair.lookHere();
        }
    }

    @Override
    public String getPageTitle() {
        return t("common.title", title.getText());
    }

    private void show() {
        if (vehicle != null) {
            desk.fleet.vehicle(vehicle).ifPresent(this::show);
        }
    }

    private void show(FleetVehicle shown) {
        var today = desk.today();
        var zone = words.zone();
        Instant from = url.first(today).atStartOfDay(zone).toInstant();
        Instant to = url.last(today).plusDays(1).atStartOfDay(zone).toInstant();
        trips = desk.fleet.trips(shown.id(), from, to);
        breaks = desk.fleet.breaks(shown.id(), from, to);
        var acts = desk.fleet.newOdometers(shown.id());
        var usual = desk.fleet.usual(shown.id()).orElse(null);
        title.setText(shown.name());
        facts.show(shown, usual);
        period.show(url, today);
        boolean read = trips.stream().anyMatch(trip -> trip.start() != null || trip.end() != null);
        chart.setVisible(read);
        chart.show(new DrawnLine(trips, breaks, words).draw(from, to, acts, usual), breaks.size());
        breakList.show(read, breaks, trips.stream().collect(Collectors.toMap(Trip::session, Function.identity())));
        odometers.show(acts);
        table.show(trips.reversed());
        say(shown.id());
        showPair();
    }

    private void say(UUID shown) {
        boolean none = trips.isEmpty();
        lastDay = none
                ? desk.fleet
                        .lastDriven(shown)
                        .map(at -> LocalDate.ofInstant(at, words.zone()))
                        .orElse(null)
                : null;
        lastDriven.setVisible(lastDay != null);
        if (lastDay != null) {
            lastDriven.setText(t(
                    "vehicles.last-driven",
                    desk.written.times().day(lastDay.atStartOfDay(words.zone()).toInstant())));
        }
        table.setVisible(!none);
        note.setText(
                none
                        ? t("vehicles.none-in-period")
                        : trips.size() == Fleet.MOST_TRIPS
                                ? t("vehicles.newest-only", Fleet.MOST_TRIPS)
                                : t("vehicles.in-period", trips.size(), breaks.size()));
    }

    private void choose(UUID session) {
        address(session);
        pair.lookHere();
    }

    /** The pair stands in the address, without a step for Back at each. */
    private void address(@Nullable UUID session) {
        url = url.pair(session);
        String query = url.format().getQueryString();
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, "vehicles/" + vehicle + (query.isEmpty() ? "" : "?" + query)));
        showPair();
    }

    private void showPair() {
        var session = url.pair();
        if (session == null) {
            pair.show(List.of(), null);
            return;
        }
        var broken = breaks.stream()
                .filter(one -> one.session().equals(session))
                .findFirst()
                .orElse(null);
        var ids = new ArrayList<UUID>(List.of(session));
        other(session, broken).ifPresent(ids::add);
        var both = desk.worklist.lines(ids).stream()
                .sorted(Comparator.comparing(SessionLine::logIn, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        pair.show(both, broken);
    }

    /** The session that says otherwise, else the one before. */
    private Optional<UUID> other(UUID session, @Nullable OdometerBreak broken) {
        if (broken != null && broken.contradicts() != null) {
            return Optional.of(broken.contradicts());
        }
        return desk.worklist.lines(List.of(session)).stream()
                .filter(line -> line.logIn() != null && line.vehicleId() != null)
                .findFirst()
                .map(line -> desk.worklist.neighbours(
                        Objects.requireNonNull(line.vehicleId()), Objects.requireNonNull(line.logIn()), session))
                .flatMap(line -> Optional.ofNullable(line.before() != null ? line.before() : line.after()))
                .map(neighbour -> neighbour.session());
    }

    private void newOdometerFrom(SessionLine line) {
        odometers.ask(line.logIn(), line.startMileage());
    }

    private void go(VehicleUrl other) {
        getUI().ifPresent(ui -> ui.navigate("vehicles/" + vehicle, other.format()));
    }

    private void hear(News news) {
        boolean here = news.topic() == Topic.ROSTER
                || news.ids().isEmpty()
                || trips.stream().anyMatch(trip -> news.concerns(trip.session()))
                || vehicle != null && desk.fleet.drove(vehicle, news.ids());
        if (here) {
            show();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
