package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.sessiondesk.filing.FilingState;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.filing.Tally;
import org.sessiondesk.report.BadRowExport;
import org.sessiondesk.sheet.FileShape.Format;

/** What taking a file in would do, or did: counts, the bad rows, and the button that does it. */
final class FilePreview extends Div {

    private static final long serialVersionUID = 1L;

    private final transient FilingState state;
    private final transient BadRowExport export;

    /** What a person does here. */
    interface Acts {
        void takeIn();

        void backToColumns();

        void forget();
    }

    FilePreview(FilingState state, BadRowExport export, Acts acts) {
        this.state = state;
        this.export = export;
        addClassName("file-step");
        boolean ended = state.stage() == Stage.ENDED;
        var said = new Paragraph(said(state));
        said.getElement().setAttribute("role", "status");
        add(said);
        if (state.shape() != null) {
            add(counts(state.tally()));
        }
        if (state.tally().held() > 0) {
            add(new Paragraph(t("intake.file.note.held")));
        }
        if (!ended && state.tally().corrected() > 0) {
            var note =
                    new Paragraph(t("intake.file.note.corrected", state.tally().corrected()));
            note.addClassName("callout");
            add(note);
        }
        if (state.tally().bad() > 0 && !state.bad().isEmpty()) {
            add(badRows());
        }
        Div foot = new Div();
        foot.addClassName("file-acts");
        if (!ended) {
            Button takeIn = new Button(t("intake.file.take-in"));
            takeIn.addClickListener(_ -> {
                try {
                    acts.takeIn();
                } catch (RuntimeException e) {
                    takeIn.setEnabled(true);
                    throw e;
                }
            });
            takeIn.addThemeVariants(ButtonVariant.PRIMARY);
            takeIn.setDisableOnClick(true);
            takeIn.setEnabled(state.tally().writes());
            foot.add(takeIn, new Button(t("intake.file.back"), _ -> acts.backToColumns()));
        }
        foot.add(new Button(t(ended ? "intake.file.another" : "intake.file.forget"), _ -> acts.forget()));
        add(foot);
    }

    private static String said(FilingState state) {
        if (state.shape() == null) {
            return t("intake.file.stopped");
        }
        return state.stage() == Stage.ENDED
                ? t("intake.file.ended." + state.ending(), state.done(), state.total())
                : t(state.tally().writes() ? "intake.file.compared" : "intake.file.compared.nothing");
    }

    private static DescriptionList counts(Tally tally) {
        var counts = new DescriptionList();
        counts.addClassNames("facts", "file-counts");
        count(counts, "added", tally.added());
        count(counts, "changed", tally.changed());
        count(counts, "same", tally.same());
        count(counts, "held", tally.held());
        count(counts, "bad", tally.bad());
        return counts;
    }

    private static void count(DescriptionList counts, String what, long count) {
        Div pair = new Div();
        pair.add(new Term(t("intake.file.count." + what)), new Description(t("intake.count", count)));
        counts.getElement().appendChild(pair.getElement());
    }

    private Div badRows() {
        var table = new NativeTable();
        table.addClassNames("file-table");
        table.getHead()
                .addRow()
                .add(
                        new NativeTableHeaderCell(t("intake.file.bad-rows.line")),
                        new NativeTableHeaderCell(t("intake.file.bad-rows.field")),
                        new NativeTableHeaderCell(t("intake.file.bad-rows.reason")),
                        new NativeTableHeaderCell(t("intake.file.bad-rows.value")));
        state.bad()
                .forEach(bad -> table.getBody()
                        .add(new NativeTableRow(
                                new NativeTableCell(t("intake.count", bad.line())),
                                new NativeTableCell(bad.column()),
                                new NativeTableCell(FileWords.reason(bad)),
                                new NativeTableCell(bad.value()))));
        var download = new Anchor();
        download.setText(t("intake.file.bad-rows.download"));
        download.setHref((DownloadHandler) this::write);
        download.getElement().setAttribute("download", true);
        download.getElement().setAttribute("router-ignore", true);
        var scrolls = new Div(table);
        scrolls.addClassName("file-scroll");
        // It scrolls, so it must be reachable by keyboard.
        scrolls.getElement().setAttribute("tabindex", "0");
        scrolls.getElement().setAttribute("role", "group");
        scrolls.getElement().setAttribute("aria-label", t("intake.file.bad-rows"));
        var all = new Div(new H3(t("intake.file.bad-rows")));
        all.addClassName("file-step");
        if (state.tally().bad() > state.bad().size()) {
            all.add(new Paragraph(t(
                    "intake.file.bad-rows.first",
                    state.bad().size(),
                    state.tally().bad())));
        }
        all.add(scrolls, download);
        return all;
    }

    private void write(DownloadEvent event) throws IOException {
        var shape = state.shape();
        if (shape == null) {
            return;
        }
        boolean json = shape.format() == Format.JSON;
        event.setFileName(t(json ? "intake.file.bad-rows.name.json" : "intake.file.bad-rows.name.csv"));
        event.setContentType(json ? "application/json" : "text/csv; charset=UTF-8");
        export.write(shape, FileWords::reason, event.getOutputStream());
    }
}
