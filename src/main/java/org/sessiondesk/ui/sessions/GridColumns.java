package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.sessiondesk.worklist.SessionLine;
import org.sessiondesk.worklist.SessionSort;

/** The columns of the list and its order; or one column of cards where there is no room for a table. */
final class GridColumns {

    private final Grid<SessionLine> grid;
    private final RowWords words;
    private final Column<SessionLine> card;
    private boolean showing;

    /** @param sorted told when a person chose another order */
    GridColumns(Grid<SessionLine> grid, RowWords words, Consumer<SessionSort> sorted) {
        this.grid = grid;
        this.words = words;
        addAll();
        this.card = grid.addColumn(words.card()).setKey("card").setHeader(t("sessions.list"));
        card.setVisible(false);
        grid.addSortListener(event -> {
            if (event.isFromClient() && !showing) {
                sorted.accept(chosen(event.getSortOrder()));
            }
        });
    }

    void asCards(boolean cards) {
        grid.getColumns().forEach(column -> column.setVisible((column == card) == cards));
    }

    void showSort(SessionSort sort) {
        var column =
                grid.getColumnByKey(sort.key().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        showing = true;
        grid.sort(List.of(
                new GridSortOrder<>(column, sort.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING)));
        showing = false;
    }

    /**
     * Each column as wide as its longest usual words, so that no head and no figure is cut beside the editor at 1440
     * pixels; what is left over is the names'.
     */
    private void addAll() {
        column("problem", words.problem(), "6.9rem").setFlexGrow(1);
        sortable("driver", words.driver(), "5.8rem").setFlexGrow(3);
        sortable("vehicle", words.plain("vehicle", RowWords::vehicle), "4.7rem").setFlexGrow(1);
        sortable("log-in", words.plain("logIn", words::logIn), "5.6rem");
        sortable("log-out", words.logOut(), "4.7rem");
        number("duration", words.plain("duration", words::duration), "5.2rem");
        number("start", words.plain("start", words::start), "3.65rem");
        number("end", words.plain("end", words::end), "3.65rem");
        sortable("distance", words.distance(), "5.2rem").setTextAlign(ColumnTextAlign.END);
        column("sent", words.sent(), "5.8rem");
    }

    private Column<SessionLine> column(String key, LitRenderer<SessionLine> renderer, String width) {
        return grid.addColumn(renderer)
                .setKey(key)
                .setHeader(t("sessions.column." + key))
                .setFlexGrow(0)
                .setWidth(width);
    }

    private Column<SessionLine> sortable(String key, LitRenderer<SessionLine> renderer, String width) {
        return column(key, renderer, width).setSortable(true);
    }

    private void number(String key, LitRenderer<SessionLine> renderer, String width) {
        column(key, renderer, width).setTextAlign(ColumnTextAlign.END);
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
