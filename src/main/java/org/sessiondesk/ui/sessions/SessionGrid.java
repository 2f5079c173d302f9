package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.grid.ColumnRendering;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

    /** So many rows from the beginning are looked through for one that isn't fetched yet. */
    private static final int LOOKED_THROUGH = 1_000;

    /** Gives part of the list. */
    @FunctionalInterface
    interface Pages {
        List<SessionLine> page(int offset, int limit);
    }

    private final transient RowWords words;
    private final CallbackDataProvider<SessionLine, Void> provider;
    private final Map<Integer, SessionLine> seen = new HashMap<>();
    private final NavigableMap<Integer, SessionLine> held = new TreeMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final transient GridColumns columns;
    private transient Pages pages = (_, _) -> List.of();
    private transient Predicate<SessionLine> belongs = _ -> true;
    private @Nullable UUID marked;
    private int size;

    SessionGrid(Written written, Consumer<SessionSort> sorted) {
        super(PAGE);
        this.words = new RowWords(written);
        this.provider = DataProvider.fromCallbacks(query -> fetch(query.getOffset(), query.getLimit()), query -> size);
        addClassName("session-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        getElement().setAttribute("aria-label", t("sessions.list"));
        setSelectionMode(SelectionMode.SINGLE);
        setColumnRendering(ColumnRendering.LAZY);
        setPartNameGenerator(line -> words.isFixed(line) ? "fixed-row" : null);
        columns = new GridColumns(this, words, sorted);
        setDataProvider(provider);
    }

    /**
     * Shows a list from its beginning.
     *
     * @param listed whether a row that changed is still one of this list
     */
    void show(Pages newPages, int newSize, SessionSort sort, Predicate<SessionLine> listed) {
        pages = newPages;
        belongs = listed;
        size = newSize;
        seen.clear();
        held.clear();
        words.nothingFixed();
        columns.showSort(sort);
        provider.refreshAll();
    }

    /** Fetches what is on screen anew, where it is. */
    void reload(int newSize) {
        while (!held.isEmpty() && held.lastKey() >= newSize + held.size()) {
            held.pollLastEntry();
        }
        size = newSize + held.size();
        seen.clear();
        seen.putAll(held);
        provider.refreshAll();
    }

    /**
     * Replaces rows that are on screen; others are fetched when they come into sight. One that doesn't belong to the
     * list any more is held in its place until a list is shown anew.
     */
    void replace(Collection<SessionLine> lines) {
        for (var line : lines) {
            index(line.id()).ifPresent(at -> {
                words.changed(Objects.requireNonNull(seen.put(at, line)), line);
                if (belongs.test(line)) {
                    held.remove(at);
                } else {
                    held.put(at, line);
                }
                refresh(line.id());
            });
        }
    }

    /** The rows that the list no longer has, and that still stand in it. */
    Set<UUID> held() {
        return held.values().stream().map(SessionLine::id).collect(Collectors.toSet());
    }

    /** How many of its rows were put right since it was shown. */
    int fixed() {
        return words.fixed();
    }

    /** Says who is editing which session. */
    void showEditors(Map<UUID, String> editors) {
        words.editors(editors).forEach(this::refresh);
    }

    /** Once before the answer: of equal rows Vaadin would send the one that it was told of first, the oldest. */
    private void refresh(UUID session) {
        if (changed.isEmpty()) {
            getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(this, _ -> {
                        changed.forEach(id -> index(id).map(seen::get).ifPresent(provider::refreshItem));
                        changed.clear();
                    }));
        }
        changed.add(session);
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

    /** Selects a row, one that isn't fetched yet as soon as it is; no row for null or one that isn't in the list. */
    void mark(@Nullable UUID session) {
        marked = session;
        var at = session == null ? Optional.<Integer>empty() : index(session);
        if (at.isPresent()) {
            select(seen.get(at.get()));
        } else {
            deselectAll();
        }
    }

    boolean isMarked(SessionLine line) {
        return line.id().equals(marked);
    }

    /** Gives the focus to the row that is marked, and scrolls there; returns whether it is in the list. */
    boolean focusMarked() {
        var at = marked == null ? Optional.<Integer>empty() : index(marked).or(this::lookForMarked);
        // The component's own focus() does nothing, and its scrolling draws the row only with the next frame.
        at.ifPresent(index -> getElement().executeJs("""
                const focus = () => {
                  const row = [...this.$.items.children].find(each => !each.hidden && each.index === $0);
                  const cell = row && [...row.children].find(each => each.localName === 'td' && !each.hidden);
                  (cell?._focusButton ?? cell)?.focus();
                  return !!cell;
                };
                if (!focus()) {
                  this.scrollToIndex($0);
                  requestAnimationFrame(focus);
                }
                """, index));
        return at.isPresent();
    }

    private Optional<Integer> lookForMarked() {
        fetch(0, Math.min(size, LOOKED_THROUGH));
        return index(Objects.requireNonNull(marked));
    }

    /** As cards in one column, or as a table. */
    void asCards(boolean cards) {
        columns.asCards(cards);
        setClassName("as-cards", cards);
    }

    /** What is held stands in its place; the rest of the list flows round it. */
    private Stream<SessionLine> fetch(int offset, int limit) {
        var rest = pages.page(offset - held.headMap(offset).size(), limit).iterator();
        var lines = new ArrayList<SessionLine>(limit);
        for (int at = offset; at < offset + limit && (held.containsKey(at) || rest.hasNext()); at++) {
            var line = held.containsKey(at) ? held.get(at) : rest.next();
            seen.put(at, line);
            lines.add(line);
            if (line.id().equals(marked) && !line.equals(asSingleSelect().getValue())) {
                select(line);
            }
        }
        return lines.stream();
    }

    private Optional<Integer> index(UUID session) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(session))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
