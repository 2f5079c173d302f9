package org.sessiondesk.table;

import java.util.Locale;

/** In which form a table leaves. */
public enum TableFormat {
    /** For programs: UTF-8, values apart by commas, as plain as they are. */
    CSV("text/csv; charset=UTF-8"),
    /** For spreadsheets: dates are dates, durations durations, numbers numbers. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** For paper, page by page. */
    PDF("application/pdf");

    private final String contentType;

    TableFormat(String contentType) {
        this.contentType = contentType;
    }

    /** What a browser is told that it is. */
    public String contentType() {
        return contentType;
    }

    /** What a file's name ends with, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
