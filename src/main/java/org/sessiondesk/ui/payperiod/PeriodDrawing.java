package org.sessiondesk.ui.payperiod;

import java.util.List;

/**
 * What the matrix draws, with all of its words.
 *
 * @param heads of the columns that aren't days: the name's, then the sums'
 * @param foot all rows together
 */
record PeriodDrawing(String label, List<Day> days, List<String> heads, List<Row> rows, Row foot) {

    /**
     * A column.
     *
     * @param says {@code Tue 2}
     * @param whole {@code Tue 2 Jun}
     * @param closed words for its lock; empty if it has none
     */
    record Day(String date, String says, String whole, String closed) {}

    /**
     * A row.
     *
     * @param key the driver's ID; empty where there is none
     * @param cells one for each day, then the sums
     */
    record Row(String key, String name, List<Cell> cells, List<Cell> sums) {}

    /**
     * A cell.
     *
     * @param says short
     * @param more what stands below it, smaller
     * @param whole the same in words, for whoever doesn't see it; empty if that is what it says
     * @param kind class names
     */
    record Cell(String says, String more, String whole, String kind) {}
}
