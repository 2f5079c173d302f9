package org.sessiondesk.roster;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What payroll calls a driver: letters, digits and a few signs, as {@code 1042} or {@code B-07}; never a formula. */
public record PayrollNumber(String value) {

    /** More than any payroll program takes. */
    public static final int LONGEST = 30;

    private static final Pattern POSSIBLE = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ./_#-]*");

    public PayrollNumber {
        if (value.length() > LONGEST || !POSSIBLE.matcher(value).matches() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("no payroll number: " + value);
        }
    }

    /** The number that somebody typed; empty if it can be none. */
    public static Optional<PayrollNumber> of(String typed) {
        String value = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        return value.length() <= LONGEST && POSSIBLE.matcher(value).matches()
                ? Optional.of(new PayrollNumber(value))
                : Optional.empty();
    }
}
