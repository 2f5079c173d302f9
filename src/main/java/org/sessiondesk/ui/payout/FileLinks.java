package org.sessiondesk.ui.payout;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.sessiondesk.statement.Progress;
import org.sessiondesk.table.TableFormat;

/** One table to take away, in each of its forms: "per driver: CSV XLSX PDF". */
final class FileLinks extends Span {

    private static final long serialVersionUID = 1L;

    /** Writes the table in a form. */
    @FunctionalInterface
    interface Writer {
        void write(TableFormat format, OutputStream out, Progress progress) throws IOException;
    }

    /**
     * @param label before the links
     * @param name what the table is, for those who hear the links one by one
     */
    FileLinks(String label, String name, Function<TableFormat, String> fileName, Writer writer, WritingLine progress) {
        addClassName("file-links");
        add(new Span(label));
        for (var format : TableFormat.values()) {
            add(link(format, name, fileName.apply(format), writer, progress));
        }
    }

    private static Anchor link(TableFormat format, String name, String fileName, Writer writer, WritingLine progress) {
        var link = new Anchor();
        link.setText(t("payout.format." + format));
        link.setAriaLabel(t("payout.as", name, t("payout.format." + format)));
        link.setHref((DownloadHandler) event -> {
            event.setContentType(format.contentType());
            event.setFileName(fileName);
            try (var following = progress.follow(event.getUI(), fileName)) {
                writer.write(format, event.getOutputStream(), following);
            }
        });
        link.getElement().setAttribute("download", true);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }
}
