package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ui.sessions.edit.TextBox.Said;

/** Odometer readings in a text box. */
record MileageForm() implements TextBox.Form<Integer> {

    @Override
    public String write(@Nullable Integer value) {
        return MileageText.text(value);
    }

    @Override
    public Said<Integer> read(String text, @Nullable Instant after) {
        if (text.isBlank()) {
            return Said.value(null);
        }
        var read = MileageText.read(text);
        return read.isPresent() ? Said.value(read.getAsInt()) : Said.trouble(Phrase.of("sessions.trouble.mileage"));
    }
}
