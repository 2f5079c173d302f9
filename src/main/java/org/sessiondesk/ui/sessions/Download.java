package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.sessiondesk.report.SessionExport;
import org.sessiondesk.ui.sessions.edit.Written;

/** Export: the CSV of exactly the list on screen, written while it is read. */
final class Download extends Anchor {

    private static final long serialVersionUID = 1L;

    private final transient Bench bench;
    private final transient SessionExport export;
    private final transient Written written;

    Download(Bench bench, SessionExport export, Written written) {
        this.bench = bench;
        this.export = export;
        this.written = written;
        setText(t("sessions.export"));
        setHref((DownloadHandler) this::write);
        getElement().setAttribute("download", true);
        getElement().setAttribute("router-ignore", true);
        addClassName("export");
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName(bench.exportName());
        event.setContentType("text/csv; charset=UTF-8");
        export.write(
                bench.filter(), bench.url().sort(), written.times().zone(), written.unit(), event.getOutputStream());
    }
}
