package org.sessiondesk.ui.drivers;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import org.sessiondesk.roster.NumberFile;
import org.sessiondesk.roster.NumberFiles;
import org.sessiondesk.roster.PayrollNumbers;
import org.sessiondesk.ui.Notices;

/** Numbers from a file: what it would change is seen before anything is written. */
final class NumbersSection extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MEGABYTE = 1 << 20;

    private final transient PayrollNumbers numbers;
    private final transient NumberFiles files;
    private final Upload upload = new Upload();
    private final Div below = new Div();

    NumbersSection(PayrollNumbers numbers, NumberFiles files) {
        this.numbers = numbers;
        this.files = files;
        addClassName("form-section");
        upload.setUploadHandler(this::receive);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(NumberFiles.MOST_BYTES);
        upload.setI18n(words());
        upload.addFileRejectedListener(refused -> Notices.problem(refused.getErrorMessage()));
        add(new H2(t("drivers.file")), new Paragraph(t("drivers.file.intro")), upload, below);
    }

    private void receive(UploadEvent event) throws IOException {
        String name = event.getFileName();
        NumberFile read = files.read(event.getInputStream());
        try {
            event.getUI().access(() -> {
                upload.clearFileList();
                show(name, read);
            });
        } catch (UIDetachedException closed) {
            // Nobody waits for it, and nothing was kept.
        }
    }

    private void show(String name, NumberFile read) {
        below.removeAll();
        switch (read) {
            case NumberFile.Lines(var lines) -> below.add(new NumbersPreview(name, lines, numbers, below::removeAll));
            case NumberFile.Refused(var refusal) -> {
                String why = t(
                        "intake.file.refused." + refusal.why(), NumberFiles.MOST_BYTES / MEGABYTE, 0, refusal.about());
                refuse(refusal.line() == 0 ? why : t("intake.file.in-line", refusal.line(), why));
            }
            case NumberFile.ColumnMissing(var which, var columns) ->
                refuse(t("drivers.file.no-column." + which, String.join(", ", columns)));
        }
    }

    private void refuse(String words) {
        var refused = new Paragraph(words);
        refused.addClassName("callout");
        refused.getElement().setAttribute("role", "alert");
        below.add(refused);
    }

    private static UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(t("intake.file.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(t("intake.file.drop")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(t("intake.file.one-at-a-time"))
                .setFileIsTooBig(t("intake.file.refused.TOO_BIG", NumberFiles.MOST_BYTES / MEGABYTE)));
        return words;
    }
}
