package org.sessiondesk.ui.drivers;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sessiondesk.live.News;
import org.sessiondesk.roster.Driver;
import org.sessiondesk.roster.NumberOutcome;
import org.sessiondesk.roster.NumberedDriver;
import org.sessiondesk.roster.PayrollNumber;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.ui.Notices;

/** One row a driver; a number is saved when its field is left or on Enter. */
final class DriverGrid extends Grid<NumberedDriver> {

    private static final long serialVersionUID = 1L;

    private final transient PayrollNumbers numbers;
    private final transient Runnable changed;
    private final CallbackDataProvider<NumberedDriver, Void> provider;
    private final Hands hands = new Hands(this::catchUp);
    private final Map<UUID, NumberedDriver> shown = new HashMap<>();
    private final Set<UUID> own = new HashSet<>();
    private boolean behind;
    private String text = "";

    DriverGrid(PayrollNumbers numbers, boolean maySet, Runnable changed) {
        super(50);
        this.numbers = numbers;
        this.changed = changed;
        this.provider = new CallbackDataProvider<>(
                query -> numbers.page(text, query.getOffset(), query.getLimit()).stream()
                        .peek(row -> shown.put(row.driver().ontimeId(), row)),
                _ -> numbers.counts(text).drivers(),
                row -> row.driver().ontimeId());
        addClassName("drivers");
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", t("menu.drivers"));
        setSelectionMode(SelectionMode.NONE);
        addColumn(row -> row.driver().name())
                .setHeader(t("drivers.column.name"))
                .setFlexGrow(2);
        addColumn(maySet ? fields() : new ComponentRenderer<>(DriverGrid::words))
                .setHeader(t("drivers.column.number"))
                .setWidth("11rem")
                .setFlexGrow(1);
        setDataProvider(provider);
    }

    void search(String typed) {
        text = typed;
        anew();
    }

    /** Draws what changed of these drivers, and nothing else; all of them where that can't be told. */
    void lookAgain(News news) {
        var told = news.ids().stream().filter(id -> !own.remove(id)).toList();
        if (told.isEmpty() && !news.ids().isEmpty()) {
            return;
        }
        var here = told.stream().filter(shown::containsKey).toList();
        var now = numbers.of(here);
        var changed = here.stream()
                .map(shown::get)
                .filter(row ->
                        !Objects.equals(row.number(), now.get(row.driver().ontimeId())))
                .map(row ->
                        new NumberedDriver(row.driver(), now.get(row.driver().ontimeId())))
                .toList();
        changed.forEach(row -> {
            shown.put(row.driver().ontimeId(), row);
            provider.refreshItem(row);
        });
        // More than numbers: a driver came, or is called otherwise.
        behind |= changed.isEmpty() || changed.size() < told.size();
        if (!hands.areOnAny()) {
            catchUp();
        }
    }

    private void catchUp() {
        if (behind) {
            anew();
        }
    }

    private void anew() {
        behind = false;
        shown.clear();
        provider.refreshAll();
    }

    private static Component words(NumberedDriver row) {
        var words = new Span(row.number() == null ? t("drivers.no-number") : row.number());
        words.setClassName("quiet", row.number() == null);
        return words;
    }

    /** A row that is drawn again keeps its field. */
    private ComponentRenderer<NumberField, NumberedDriver> fields() {
        return new ComponentRenderer<>(this::field, (field, row) -> {
            ((NumberField) field).show(row.number());
            return field;
        });
    }

    private NumberField field(NumberedDriver row) {
        var field = new NumberField(row, hands);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                save(row.driver(), field);
            }
        });
        return field;
    }

    private void save(Driver driver, NumberField field) {
        String typed = field.getValue().strip();
        var outcome = numbers.set(driver.ontimeId(), typed);
        field.setInvalid(outcome instanceof NumberOutcome.Impossible);
        switch (outcome) {
            case NumberOutcome.Saved(var alsoOf) -> {
                kept(driver, field, typed);
                saved(driver, typed, alsoOf);
            }
            case NumberOutcome.Same() -> field.kept(typed);
            case NumberOutcome.Impossible() -> field.setErrorMessage(t("drivers.impossible", PayrollNumber.LONGEST));
            case NumberOutcome.NoDriver() -> Notices.problem(t("drivers.gone", driver.name()));
        }
    }

    /** The news of it says nothing that isn't here. */
    private void kept(Driver driver, NumberField field, String typed) {
        field.kept(typed);
        own.add(driver.ontimeId());
        shown.put(driver.ontimeId(), new NumberedDriver(driver, typed.isEmpty() ? null : typed));
        changed.run();
    }

    private static void saved(Driver driver, String typed, List<Driver> alsoOf) {
        if (typed.isEmpty()) {
            Notices.done(t("drivers.removed", driver.name()));
        } else if (alsoOf.isEmpty()) {
            Notices.done(t("drivers.saved", driver.name(), typed));
        } else {
            String others = alsoOf.stream().map(Driver::name).collect(Collectors.joining("; "));
            Notices.problem(t("drivers.saved-twice", driver.name(), typed, others));
        }
    }
}
