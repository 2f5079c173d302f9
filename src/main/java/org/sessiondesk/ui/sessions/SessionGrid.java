package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.grid.ColumnRendering;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ui.sessions.edit.Written;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.SessionSort;

/** The list: fetched page by page, its rows replaced in place when they change, so that nothing jumps under a hand. */
final class SessionGrid extends Grid<SessionLine> {

    private static final long serialVersionUID = 1L;

    /** Rows a fetch; a screen shows about thirty. */
    private static final int PAGE = 50;

    /** Gives part of the list. */
    @FunctionalInterface
    interface Pages {
        List<SessionLine> page(int offset, int limit);
    }

    private final transient RowWords words;
    private final CallbackDataProvider<SessionLine, Void> provider;
    private final Map<Integer, SessionLine> seen = new HashMap<>();
    private final Column<SessionLine> card;
    private transient Pages pages = (_, _) -> List.of();
    private int size;
    private boolean sortIsShown;

    SessionGrid(Written written, Consumer<SessionSort> sorted) {
        super(PAGE);
        this.words = new RowWords(written);
        this.provider = DataProvider.fromCallbacks(query -> fetch(query.getOffset(), query.getLimit()), query -> size);
        addClassName("session-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", t("sessions.list"));
        setSelectionMode(SelectionMode.SINGLE);
        setColumnRendering(ColumnRendering.LAZY);
        addColumns();
        card = addColumn(words.card()).setKey("card").setHeader(t("sessions.list"));
        card.setVisible(false);
        setDataProvider(provider);
        addSortListener(event -> {
            if (event.isFromClient() && !sortIsShown) {
                sorted.accept(chosen(event.getSortOrder()));
            }
        });
    }

    /** Shows a list from its beginning. */
    void show(Pages newPages, int newSize, SessionSort sort) {
        pages = newPages;
        size = newSize;
        seen.clear();
        showSort(sort);
        provider.refreshAll();
    }

    /** Fetches what is on screen anew, where it is. */
    void reload(int newSize) {
        size = newSize;
        seen.clear();
        provider.refreshAll();
    }

    /** Replaces rows that are on screen; others are fetched when they come into sight. */
    void replace(Collection<SessionLine> lines) {
        for (var line : lines) {
            index(line.id()).ifPresent(at -> {
                seen.put(at, line);
                provider.refreshItem(line);
            });
        }
    }

    /** Says who is editing which session. */
    void showEditors(Map<UUID, String> editors) {
        words.editors(editors).forEach(changed -> index(changed).map(seen::get).ifPresent(provider::refreshItem));
    }

    /** The rows that were fetched since the list was shown. */
    Set<UUID> loaded() {
        return seen.values().stream().map(SessionLine::id).collect(Collectors.toSet());
    }

    /** The row after this one; the first of the list if this one isn't in it. */
    Optional<SessionLine> after(@Nullable UUID session) {
        int next = session == null ? 0 : index(session).map(at -> at + 1).orElse(0);
        if (next >= size) {
            return Optional.empty();
        }
        var known = seen.get(next);
        return known != null ? Optional.of(known) : fetch(next, 1).findFirst();
    }

    /** Selects a row and brings it into sight; no row for null or one that isn't in the list. */
    void mark(@Nullable UUID session) {
        var at = session == null ? Optional.<Integer>empty() : index(session);
        if (at.isPresent()) {
            select(seen.get(at.get()));
        } else {
            deselectAll();
        }
    }

    /** As cards in one column, or as a table. */
    void asCards(boolean cards) {
        getColumns().forEach(column -> column.setVisible((column == card) == cards));
        setClassName("as-cards", cards);
    }

    private Stream<SessionLine> fetch(int offset, int limit) {
        var lines = pages.page(offset, limit);
        for (int i = 0; i < lines.size(); i++) {
            seen.put(offset + i, lines.get(i));
        }
        return lines.stream();
    }

    private Optional<Integer> index(UUID session) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(session))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void addColumns() {
        addColumn(words.driver())
                .setKey("driver")
                .setHeader(t("sessions.column.driver"))
                .setSortable(true)
                .setFlexGrow(3)
                .setWidth("6rem");
        addColumn(words.plain("vehicle", RowWords::vehicle))
                .setKey("vehicle")
                .setHeader(t("sessions.column.vehicle"))
                .setSortable(true)
                .setFlexGrow(1)
                .setWidth("4.4rem");
        addColumn(words.plain("logIn", words::logIn))
                .setKey("log-in")
                .setHeader(t("sessions.column.log-in"))
                .setSortable(true)
                .setFlexGrow(1)
                .setWidth("5.7rem");
        addColumn(words.logOut())
                .setKey("log-out")
                .setHeader(t("sessions.column.log-out"))
                .setSortable(true)
                .setFlexGrow(1)
                .setWidth("4.9rem");
        number("duration", words::duration, "5rem");
        number("start", words::start, "4.4rem");
        number("end", words::end, "4.4rem");
        addColumn(words.distance())
                .setKey("distance")
                .setHeader(t("sessions.column.distance"))
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1)
                .setWidth("5.4rem");
        addColumn(words.sent())
                .setKey("sent")
                .setHeader(t("sessions.column.sent"))
                .setFlexGrow(1)
                .setWidth("5.2rem");
        addColumn(words.marks())
                .setKey("marks")
                .setHeader(t("sessions.column.marks"))
                .setFlexGrow(1)
                .setWidth("2.3rem");
    }

    private void number(String key, ValueProvider<SessionLine, String> text, String width) {
        LitRenderer<SessionLine> renderer = words.plain(key, text);
        addColumn(renderer)
                .setKey(key)
                .setHeader(t("sessions.column." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(1)
                .setWidth(width);
    }

    private void showSort(SessionSort sort) {
        var column = getColumnByKey(sort.key().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        sortIsShown = true;
        sort(List.of(
                new GridSortOrder<>(column, sort.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING)));
        sortIsShown = false;
    }

    private static SessionSort chosen(List<GridSortOrder<SessionLine>> orders) {
        if (orders.isEmpty()) {
            return SessionSort.NEWEST_FIRST;
        }
        var order = orders.getFirst();
        String key = String.valueOf(order.getSorted().getKey());
        return new SessionSort(
                SessionSort.Key.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_')),
                order.getDirection() == SortDirection.ASCENDING);
    }
}
