package org.sessiondesk.sheet;

/**
 * Why a file isn't looked into any further.
 *
 * @param line where that was seen, the first being 1; 0 where it is about the file as a whole
 * @param about the name of the column that it is about, as far as it can be shown; empty if it is about none
 */
public record FileRefusal(Why why, long line, String about) {

    public FileRefusal(Why why, long line) {
        this(why, line, "");
    }

    /** What is wrong. */
    public enum Why {
        /** Nothing stands in it. */
        EMPTY,
        /** Past the size that is taken. */
        TOO_BIG,
        /** A zip, gzip or other archive: what it unpacks to isn't known beforehand. */
        PACKED,
        /** A workbook of a spreadsheet program. */
        WORKBOOK,
        /** UTF-16 or UTF-32. */
        WIDE_CHARACTERS,
        /** Bytes that aren't UTF-8, such as Windows-1252. */
        NOT_UTF8,
        /** A NUL: no text file has one. */
        NUL,
        /** A value or a record that goes on and on, as after a quotation mark that is never closed. */
        TOO_LONG,
        /** A quotation mark in the wrong place or never closed. */
        QUOTES,
        /** Not JSON from there on. */
        NO_JSON,
        /** JSON, but not a list of objects. */
        NO_RECORDS,
        /** One JSON object with several lists of objects in it. */
        SEVERAL_LISTS,
        /** The first line of a CSV holds values. */
        NO_HEAD,
        /** A head line and nothing below it. */
        NO_ROWS,
        /** Two columns of one name. */
        COLUMN_TWICE,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        /** The upload broke off, or the file could not be kept. */
        NOT_RECEIVED
    }
}
