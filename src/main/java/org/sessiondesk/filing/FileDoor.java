package org.sessiondesk.filing;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares records of a file with what is known, and takes them in on a person's order. */
interface FileDoor {

    /** So many at a time: what one audit entry holds. */
    int MOST_RECORDS = 500;

    /** On whose order, and as part of which file. */
    record Order(UUID filing, String fileName, UUID person) {}

    boolean takes(FileKind kind);

    /**
     * @param rows at most {@link #MOST_RECORDS}, each with another ID
     * @param order absent to compare only: then nothing is written
     * @param bad told of records that could be read and still can't be taken in; they are counted too
     */
    Tally file(FileKind kind, List<GoodRow> rows, @Nullable Order order, Consumer<BadFinding> bad);

    /** What a door finds bad about a row. */
    record BadFinding(GoodRow row, String wireName, BadRow.Reason reason) {}
}
