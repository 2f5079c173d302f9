package org.sessiondesk.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a table says of itself.
 *
 * @param title what it is
 * @param about lines below the title: of what, by whom, when
 * @param foot what stands at the foot of each page
 * @param at when it was made: a file of the same table says the same whenever it is written
 * @param zone in which moments are shown
 */
public record TableHead(
        String title, List<String> about, String foot, List<Column> columns, Instant at, ZoneId zone, Paper paper) {

    public TableHead {
        about = List.copyOf(about);
        columns = List.copyOf(columns);
    }

    /** What printers of the site hold; a table lies across it. */
    public enum Paper {
        A4,
        LETTER
    }
}
