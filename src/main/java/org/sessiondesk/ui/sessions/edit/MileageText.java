package org.sessiondesk.ui.sessions.edit;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An odometer reading as text: {@code 52,310}, typed with or without the comma. */
public final class MileageText {

    private static final Pattern TYPED = Pattern.compile("\\d{1,7}|\\d{1,3}(,\\d{3}){1,2}");
    private static final int HIGHEST = 1_999_999;

    private MileageText() {}

    /** The text of a reading, empty for none. */
    public static String text(@Nullable Integer mileage) {
        return mileage == null ? "" : String.format(Locale.ENGLISH, "%,d", mileage);
    }

    /** The reading typed; empty if that is no whole number from 0 to 1,999,999. */
    public static OptionalInt read(String typed) {
        String text = typed.strip();
        if (!TYPED.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        int mileage = Integer.parseInt(text.replace(",", ""));
        return mileage > HIGHEST ? OptionalInt.empty() : OptionalInt.of(mileage);
    }
}
