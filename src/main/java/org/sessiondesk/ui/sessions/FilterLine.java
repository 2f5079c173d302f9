package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.finding.ProblemCounts;
import org.sessiondesk.ui.sessions.Period.Preset;
import org.sessiondesk.worklist.FindingFilter;
import org.sessiondesk.worklist.Mark;
import org.sessiondesk.worklist.Named;
import org.sessiondesk.worklist.SentState;
import org.sessiondesk.worklist.ViewCounts;

/** Views, filters and the acts on the whole list. What it shows is an address; what a person changes becomes one. */
final class FilterLine extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SEARCH_PAUSE_MS = 400;

    private final Consumer<SessionsUrl> go;
    private final ViewLink problems;
    private final ViewLink yesterday;
    private final ViewLink stillOut;
    private final ViewLink aside;
    private final Select<Preset> period = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final ComboBox<Named> driver;
    private final ComboBox<Named> vehicle;
    private final Select<SentState> sent = new Select<>();
    private final Select<Narrowing> finding = new Select<>();
    private final TextField search = new TextField();
    private final Button clear = new Button(VaadinIcon.CLOSE_SMALL.create());
    private transient SessionsUrl shown = SessionsUrl.USUAL;
    private transient Choices choices;

    /** Where the names in the two comboboxes come from. */
    record Choices(
            Function<Asked, List<Named>> drivers,
            Function<Asked, List<Named>> vehicles,
            Function<UUID, Named> driver,
            Function<UUID, Named> vehicle) {

        /** Part of the names that contain a text. */
        record Asked(String text, int offset, int limit) {}
    }

    FilterLine(Choices choices, Consumer<SessionsUrl> go, Component... acts) {
        this.choices = choices;
        this.go = go;
        this.problems = view(SessionsUrl.USUAL.finding(FindingFilter.ANY));
        this.yesterday = view(SessionsUrl.USUAL.in(Period.of(Preset.YESTERDAY)));
        this.stillOut = view(SessionsUrl.USUAL.marked(Mark.STILL_OUT));
        this.aside = view(SessionsUrl.USUAL.finding(FindingFilter.PUT_ASIDE));
        this.driver = combobox("driver", choices.drivers(), SessionsUrl::ofDriver);
        this.vehicle = combobox("vehicle", choices.vehicles(), SessionsUrl::ofVehicle);
        addClassName("bench-filters");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", t("sessions.filter.label"));
        periods();
        choice(sent, "sent", SentState.values(), state -> t("sessions.sent." + state), SessionsUrl::sent);
        choice(finding, "finding", Narrowing.all().toArray(Narrowing[]::new), Narrowing::words, Narrowing::set);
        finding.addClassName("filter-mark");
        searching();
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.setAriaLabel(t("sessions.clear-filters"));
        clear.setTooltipText(t("sessions.clear-filters"));
        clear.addClickListener(_ -> go.accept(SessionsUrl.USUAL.sorted(shown.sort())));
        var end = new Div(acts);
        end.addClassName("filter-acts");
        var views = new Nav(problems, yesterday, stillOut, aside);
        views.addClassName("views");
        views.getElement().setAttribute("aria-label", t("sessions.views"));
        add(views, period, from, to, driver, vehicle, sent, finding, search, clear, end);
    }

    /** Shows an address; tells nobody. */
    void show(SessionsUrl url) {
        shown = url;
        period.setValue(url.period().preset());
        boolean dates = url.period().preset() == Preset.DATES;
        from.setVisible(dates);
        to.setVisible(dates);
        from.setValue(url.period().from());
        to.setValue(url.period().to());
        driver.setValue(url.driver() == null ? null : choices.driver().apply(url.driver()));
        vehicle.setValue(url.vehicle() == null ? null : choices.vehicle().apply(url.vehicle()));
        sent.setValue(url.delivery());
        finding.setValue(Narrowing.of(url));
        search.setValue(url.q());
        clear.setVisible(url.narrowed());
        narrowing(period, url.period().preset() != Preset.ANY);
        narrowing(driver, url.driver() != null);
        narrowing(vehicle, url.vehicle() != null);
        narrowing(sent, url.delivery() != null);
        narrowing(finding, url.mark() != null || url.finding() != null);
        narrowing(search, !url.q().isEmpty());
        for (var view : new ViewLink[] {problems, yesterday, stillOut, aside}) {
            view.showCurrent(url);
        }
    }

    void show(ViewCounts counts) {
        yesterday.show(t("sessions.view.yesterday", counts.yesterday()));
        stillOut.show(t("sessions.view.still-out", counts.stillOut()));
    }

    void show(ProblemCounts counts) {
        problems.show(t("sessions.view.problems", counts.sessions()));
        aside.show(t("sessions.view.aside", counts.aside()));
    }

    void focusSearch() {
        search.focus();
    }

    private ViewLink view(SessionsUrl url) {
        return new ViewLink(url, () -> shown, go);
    }

    /** A filter that is set stands out: a list that lacks rows has to look as if it did. */
    private static <C extends Component & HasStyle> void narrowing(C field, boolean set) {
        field.setClassName("narrowing", set);
    }

    private void periods() {
        period.setItems(Preset.values());
        period.setItemLabelGenerator(preset -> t("sessions.period." + preset));
        named(period, "period", "7.6rem");
        period.addValueChangeListener(event -> {
            if (!event.isFromClient()) {
                return;
            }
            var preset = event.getValue();
            if (preset == Preset.DATES) {
                from.setVisible(true);
                to.setVisible(true);
                from.focus();
            } else {
                go.accept(shown.in(Period.of(preset)));
            }
        });
        for (var date : new DatePicker[] {from, to}) {
            date.setVisible(false);
            date.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
            date.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    go.accept(shown.in(Period.between(from.getValue(), to.getValue())));
                }
            });
        }
        named(from, "from", "7.4rem");
        named(to, "to", "7.4rem");
    }

    private ComboBox<Named> combobox(
            String name,
            Function<Choices.Asked, List<Named>> names,
            BiFunction<SessionsUrl, @Nullable UUID, SessionsUrl> change) {
        var box = new ComboBox<Named>();
        box.setItems(query ->
                names
                        .apply(new Choices.Asked(query.getFilter().orElse(""), query.getOffset(), query.getLimit()))
                        .stream());
        box.setItemLabelGenerator(Named::name);
        box.setClearButtonVisible(true);
        named(box, name, "7.7rem");
        box.setPlaceholder(t("sessions.filter." + name + ".any"));
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var chosen = event.getValue();
                go.accept(change.apply(shown, chosen == null ? null : chosen.id()));
            }
        });
        return box;
    }

    private <T> void choice(
            Select<T> select,
            String name,
            T[] values,
            Function<T, String> label,
            BiFunction<SessionsUrl, @Nullable T, SessionsUrl> change) {
        String any = t("sessions.filter." + name + ".any");
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(any);
        select.setPlaceholder(any);
        select.setItemLabelGenerator(value -> value == null ? any : label.apply(value));
        named(select, name, "8rem");
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(change.apply(shown, event.getValue()));
            }
        });
    }

    private void searching() {
        search.setPlaceholder(t("sessions.filter.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_PAUSE_MS);
        named(search, "search", "7.6rem");
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(shown.searching(event.getValue()));
            }
        });
    }

    private static <C extends Component & HasSize> void named(C field, String name, String width) {
        field.getElement().setProperty("accessibleName", t("sessions.filter." + name));
        field.setWidth(width);
    }
}
