package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.filing.ColumnMapping;
import org.sessiondesk.filing.FileKind;
import org.sessiondesk.filing.FilingState;
import org.sessiondesk.filing.FilingState.Stage;
import org.sessiondesk.filing.Filings;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.report.BadRowExport;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.SiteTimes;

/** The second way in: a file, from choosing it to what became of it. What a person began goes on wherever they look. */
final class FileSection extends Div implements FileColumns.Acts, FilePreview.Acts {

    private static final long serialVersionUID = 1L;

    private final transient Filings filings;
    private final transient BadRowExport export;
    private final transient SiteTimes times;
    private final FileUpload upload;
    private final Paragraph name = new Paragraph();
    private final Paragraph before = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private final Button cancel = new Button(t("common.cancel"));
    private final Div line = new Div(bar, progress, cancel);
    private final Div step = new Div();
    private transient @Nullable FilingState shown;

    FileSection(Filings filings, BadRowExport export, LiveUpdates liveUpdates, SiteTimes times) {
        this.filings = filings;
        this.export = export;
        this.times = times;
        this.upload = new FileUpload(filings, this::refresh);
        addClassName("form-section");
        name.addClassName("file-name");
        before.addClassName("callout");
        line.addClassName("reading-line");
        bar.getElement().setAttribute("aria-label", t("intake.file.bar"));
        cancel.addClickListener(_ -> {
            cancel.setEnabled(false);
            ifThere(filings::cancel);
        });
        add(new H2(t("intake.file")), new Paragraph(t("intake.file.intro")), upload, name, before, line, step);
        liveUpdates.follow(this, Set.of(Topic.FILE), _ -> refresh());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        shown = null;
        refresh();
    }

    private void refresh() {
        var state = filings.mine().orElse(null);
        if (shown == null || !Objects.equals(state, shown)) {
            boolean onlyFurther = state != null && shown != null && state.working() && state.stage() == shown.stage();
            shown = state;
            if (!onlyFurther) {
                rebuild(state);
            }
            further(state);
        }
    }

    private void further(@Nullable FilingState state) {
        boolean working = state != null && state.working();
        line.setVisible(working);
        if (state == null || !working) {
            return;
        }
        bar.setIndeterminate(state.total() == 0);
        if (state.total() > 0) {
            bar.setMax(state.total());
            bar.setValue(Math.min(state.done(), state.total()));
        }
        progress.setText(t("intake.file.progress." + state.stage(), state.done(), state.total()));
    }

    /** Another tab may have put it away, or it lay about for too long. */
    private void ifThere(Runnable act) {
        if (filings.mine().isPresent()) {
            act.run();
        } else {
            Notices.problem(t("intake.file.gone"));
            refresh();
        }
    }

    private void rebuild(@Nullable FilingState state) {
        upload.setVisible(state == null || state.stage() == Stage.REFUSED);
        name.setVisible(state != null);
        name.setText(state == null ? "" : t("intake.file.name", state.fileName()));
        cancel.setEnabled(true);
        var taken = state == null ? null : state.takenBefore();
        before.setVisible(taken != null && state != null && state.stage() != Stage.ENDED);
        if (taken != null) {
            before.setText(t("intake.file.before", times.dated(taken.begun())));
        }
        step.removeAll();
        if (state != null) {
            step(state);
        }
    }

    private void step(FilingState state) {
        switch (state.stage()) {
            case CHECKING, COMPARING, TAKING -> {}
            case REFUSED -> {
                if (state.refusal() != null) {
                    var refused = new Paragraph(FileWords.refusal(state.refusal()));
                    refused.addClassName("callout");
                    refused.getElement().setAttribute("role", "alert");
                    step.add(refused);
                }
            }
            case CHOOSING -> {
                if (state.ending() != null) {
                    step.add(new Paragraph(t("intake.file.not-compared." + state.ending())));
                }
                if (state.shape() != null && state.mapping() != null) {
                    step.add(new FileColumns(state.shape(), state.mapping(), state.remembered(), times.zone(), this));
                }
            }
            case COMPARED, ENDED -> step.add(new FilePreview(state, export, this));
        }
    }

    @Override
    public void chooseKind(FileKind kind) {
        ifThere(() -> filings.chooseKind(kind));
        refresh();
    }

    @Override
    public void choose(ColumnMapping mapping) {
        ifThere(() -> {
            filings.choose(mapping);
            // The fields on screen are these already; building them anew would take the focus away.
            shown = filings.mine().orElse(null);
        });
    }

    @Override
    public void compare() {
        ifThere(filings::compare);
        refresh();
    }

    @Override
    public void takeIn() {
        ifThere(filings::takeIn);
        refresh();
    }

    @Override
    public void backToColumns() {
        var mapping = shown == null ? null : shown.mapping();
        if (mapping != null) {
            ifThere(() -> filings.choose(mapping));
        }
        refresh();
    }

    @Override
    public void forget() {
        filings.forget();
        refresh();
    }
}
