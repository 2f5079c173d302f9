package org.sessiondesk.statement;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sessiondesk.table.Cell;
import org.sessiondesk.table.Column;
import org.sessiondesk.table.TableFormat;

/**
 * A column and what stands in it.
 *
 * @param where paper has no room for all of them
 */
record Field<T>(Column column, Where where, Function<T, Cell> cell) {

    enum Where {
        EVERYWHERE,
        PAPER,
        DATA;

        boolean has(TableFormat format) {
            return this == EVERYWHERE || (this == PAPER) == (format == TableFormat.PDF);
        }
    }

    static <T> Field<T> words(String head, int width, Function<T, Cell> cell) {
        return new Field<>(Column.words(head, width), Where.EVERYWHERE, cell);
    }

    static <T> Field<T> figures(String head, int width, Function<T, Cell> cell) {
        return new Field<>(Column.figures(head, width), Where.EVERYWHERE, cell);
    }

    Field<T> only(Where place) {
        return new Field<>(column, place, cell);
    }

    @SafeVarargs
    static <T> List<Field<T>> in(TableFormat format, Field<T>... fields) {
        return Arrays.stream(fields).filter(field -> field.where().has(format)).toList();
    }
}
