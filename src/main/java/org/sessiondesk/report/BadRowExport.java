package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.sessiondesk.account.Role;
import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.Filings;
import org.sessiondesk.sheet.FileShape;
import org.sessiondesk.sheet.FileShape.Format;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The records of a person's file that can't be taken in, to mend and bring again: each as it stood, in the form of its
 * file, with line, field and reason before it.
 */
@Service
public class BadRowExport {

    private final Filings filings;

    BadRowExport(Filings filings) {
        this.filings = filings;
    }

    /** Writes them, with a reason as people read it. */
    @PreAuthorize(Role.MAY_CORRECT)
    public void write(FileShape shape, Function<BadRow, String> words, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (BadRowWriter rows =
                shape.format() == Format.JSON ? new BadRowJson(writer) : new BadRowCsv(writer, shape.columns())) {
            filings.eachBadRow(row -> {
                try {
                    rows.write(row, words.apply(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
