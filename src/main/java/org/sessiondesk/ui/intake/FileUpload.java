package org.sessiondesk.ui.intake;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import org.sessiondesk.filing.Filings;
import org.sessiondesk.sheet.FileLimits;
import org.sessiondesk.ui.Notices;

/** Chooses a file and brings it here as it is: nothing is unpacked and nothing of it is held in memory. */
final class FileUpload extends Upload {

    private static final long serialVersionUID = 1L;

    private final transient Filings filings;
    private final transient Runnable done;

    FileUpload(Filings filings, Runnable done) {
        this.filings = filings;
        this.done = done;
        setUploadHandler(this::receive);
        setUploadFormat(UploadFormat.RAW);
        setMaxFiles(1);
        setMaxFileSize((int) FileLimits.MOST_BYTES);
        setI18n(words());
        addFileRejectedListener(refused -> Notices.problem(refused.getErrorMessage()));
    }

    private void receive(UploadEvent event) throws IOException {
        boolean taken = received(event);
        try {
            event.getUI().access(() -> {
                clearFileList();
                done.run();
                if (!taken) {
                    Notices.problem(t("intake.file.taking"));
                }
            });
        } catch (UIDetachedException closed) {
            // The tab was closed; the file waits for this person all the same.
        }
    }

    /** Another tab may have begun to take in the last one. */
    private boolean received(UploadEvent event) throws IOException {
        try {
            filings.receive(event.getFileName(), event.getInputStream());
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(t("intake.file.choose")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(t("intake.file.drop")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(t("intake.file.one-at-a-time"))
                .setFileIsTooBig(t("intake.file.refused.TOO_BIG", FileLimits.MOST_BYTES >> 20)));
        return words;
    }
}
