package org.sessiondesk.sheet;

/** How much of a file is taken: so that no file, however it is made, costs more memory or disk than this. */
public final class FileLimits {

    /** 100,000 sessions are about 30 MB. */
    public static final long MOST_BYTES = 100L << 20;

    /** The IDs of a file are held in memory, to find one that stands twice. */
    public static final long MOST_ROWS = 250_000;

    static final int MOST_COLUMNS = 200;

    /** Of a column's name, in characters: it stands on the screen. */
    static final int LONGEST_NAME = 500;

    /** Of one value, in characters. */
    static final int LONGEST_VALUE = 100_000;

    /** Of one record, in characters. */
    static final int LONGEST_RECORD = 1_000_000;

    /** Of JSON inside JSON. */
    static final int DEEPEST = 50;

    private FileLimits() {}
}
