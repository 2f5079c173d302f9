package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ui.sessions.edit.TextBox.Said;

/** Times in a text box. */
record TimeForm(TimeText times) implements TextBox.Form<Instant> {

    @Override
    public String write(@Nullable Instant value) {
        return times.text(value);
    }

    @Override
    public Said<Instant> read(String text, @Nullable Instant after) {
        return switch (times.read(text, after)) {
            case TimeText.Reading.Read(Instant at) -> Said.value(at);
            case TimeText.Reading.Empty _ -> Said.value(null);
            case TimeText.Reading.Skipped(var from, var to) ->
                Said.trouble(Phrase.of("sessions.trouble.skipped", from, to));
            case TimeText.Reading.Twice(var first, var second) ->
                Said.trouble(Phrase.of("sessions.trouble.twice", first, second));
            case TimeText.Reading.Unreadable _ -> Said.trouble(Phrase.of("sessions.trouble.time"));
        };
    }
}
