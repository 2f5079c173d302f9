package org.sessiondesk.ontime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request to OnTime and what came back: the evidence of an attempt. The key is in none of it.
 *
 * @param path from the host on, with its query
 * @param status null if no status line came back
 * @param requestBody null for a GET; as sent, except that the key would be masked
 * @param responseText at most 64 KiB of it, decoded without failing, the key masked; empty if nothing came
 */
public record Exchange(
        String method,
        String path,
        @Nullable Integer status,
        @Nullable String requestBody,
        String responseText,
        Instant started,
        Duration took) {

    private static final int SHOWN_CHARACTERS = 2_000;

    /** The first 2,000 characters of the response, for a screen. Text, never markup. */
    public String shown() {
        return cut(responseText);
    }

    static String cut(String text) {
        if (text.length() <= SHOWN_CHARACTERS) {
            return text;
        }
        // Half of a surrogate pair can't be stored as UTF-8.
        int end =
                Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return text.substring(0, end);
    }
}
