package org.sessiondesk.ui.sessions.edit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one text box, over the value that was there. While the text is as it was shown or suggested the value
 * behind it is kept, to the last fraction of a second.
 */
final class TextBox<V> {

    /** How values of a kind are written and read. */
    interface Form<V> {

        /** The text of a value, empty for none. */
        String write(@Nullable V value);

        /** @param after what a time without a date comes after */
        Said<V> read(String text, @Nullable Instant after);
    }

    /** What a text says: a value or none, or why it can't be read. */
    record Said<V>(@Nullable V value, @Nullable Phrase trouble) {

        static <V> Said<V> value(@Nullable V value) {
            return new Said<>(value, null);
        }

        static <V> Said<V> trouble(Phrase trouble) {
            return new Said<>(null, trouble);
        }
    }

    private final Form<V> form;
    private final @Nullable V base;
    private @Nullable V behind;
    private String text;

    TextBox(Form<V> form, @Nullable V base) {
        this.form = form;
        this.base = base;
        this.behind = base;
        this.text = form.write(base);
    }

    /** The same typing over another value; nothing typed follows it. */
    TextBox<V> over(@Nullable V newBase) {
        var moved = new TextBox<>(form, newBase);
        if (touched()) {
            moved.behind = asShown() ? behind : newBase;
            moved.text = text;
        }
        return moved;
    }

    String text() {
        return text;
    }

    void type(String typed) {
        text = typed;
        if (!asShown()) {
            behind = base;
        }
    }

    /** Takes a value, as if it had been shown from the beginning. */
    void take(V value) {
        behind = value;
        text = form.write(value);
    }

    /** Shows what was there again. */
    void letGo() {
        behind = base;
        text = form.write(base);
    }

    /** Whether something else stands in it than was there, readable or not. */
    boolean touched() {
        return !asShown() || !Objects.equals(behind, base);
    }

    /** What would be saved; a text that can't be read leaves the value that was there. */
    @Nullable
    V value(@Nullable Instant after) {
        if (asShown()) {
            return behind;
        }
        var said = form.read(text, after);
        return said.trouble() == null ? said.value() : base;
    }

    /** Why it can't be saved as it stands. */
    Optional<Phrase> trouble(@Nullable Instant after) {
        return asShown()
                ? Optional.empty()
                : Optional.ofNullable(form.read(text, after).trouble());
    }

    /** The text written out: {@code 17:05} becomes {@code 2026-06-02 17:05}. */
    String writtenOut(@Nullable Instant after) {
        return trouble(after).isPresent() ? text : form.write(value(after));
    }

    private boolean asShown() {
        return text.strip().equals(form.write(behind));
    }
}
