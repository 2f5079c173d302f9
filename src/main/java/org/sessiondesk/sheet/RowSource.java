package org.sessiondesk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.sheet.FileShape.Format;

/** The records of a file, one after another: never more than one of them in memory. */
public interface RowSource extends AutoCloseable {

    /** The columns of the head line; empty where there is none. */
    List<String> columns();

    /**
     * The next record; null after the last.
     *
     * @throws FileRefused if the file can't be read any further
     */
    @Nullable
    RawRow next() throws IOException;

    @Override
    void close() throws IOException;

    static RowSource of(Format format, Path file) throws IOException {
        return switch (format) {
            case CSV -> CsvRows.of(file);
            case JSON -> new JsonRows(file);
        };
    }
}
