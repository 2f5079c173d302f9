package org.sessiondesk.ui.sessions;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.sessiondesk.report.FindingExport;
import org.sessiondesk.report.SessionExport;
import org.sessiondesk.ui.sessions.edit.Written;
import org.springframework.stereotype.Component;

/** Takes the list on screen away as CSV, written while it is read. */
final class Download extends Anchor {

    private static final long serialVersionUID = 1L;

    /** What can be taken away. */
    @Component
    record Exports(SessionExport sessions, FindingExport findings) {}

    private interface Writer {
        void write(DownloadEvent event) throws IOException;
    }

    private Download(String words, Writer writer) {
        setText(words);
        setHref((DownloadHandler) event -> {
            event.setContentType("text/csv; charset=UTF-8");
            writer.write(event);
        });
        getElement().setAttribute("download", true);
        getElement().setAttribute("router-ignore", true);
        addClassName("export");
    }

    /** Exactly the list's sessions in its order. */
    static Download sessions(Bench bench, Exports exports, Written written) {
        return new Download(t("sessions.export"), event -> {
            event.setFileName(bench.exportName("sessions"));
            exports.sessions()
                    .write(
                            bench.filter(),
                            bench.url().sort(),
                            written.times().zone(),
                            written.unit(),
                            event.getOutputStream());
        });
    }

    /** What is wrong with the list's sessions. */
    static Download findings(Bench bench, Exports exports, Written written) {
        return new Download(t("sessions.export-problems"), event -> {
            event.setFileName(bench.exportName("problems"));
            exports.findings().write(bench.filter(), written.times().zone(), event.getOutputStream());
        });
    }
}
