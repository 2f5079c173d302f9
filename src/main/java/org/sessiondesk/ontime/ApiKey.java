package org.sessiondesk.ontime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key OnTime knows us by, read anew from its file each time, so that a new key needs no restart. */
final class ApiKey {

    /** A header's value: visible ASCII. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private static final int LONGEST = 4_096;
    private static final String KEY = "SESSIONDESK_ONTIME_API_KEY";
    private static final String FILE = "SESSIONDESK_ONTIME_API_KEY_FILE";

    private final OnTimeSettings settings;

    ApiKey(OnTimeSettings settings) {
        this.settings = settings;
    }

    /** The key of this moment, or the problem with it. */
    Current current() {
        return of(settings.apiKey(), settings.apiKeyFile());
    }

    /** The key that was given, or else what is in the file. */
    static Current of(String given, @Nullable Path file) {
        if (file == null) {
            return checked(given, KEY);
        }
        try (var in = Files.newInputStream(file)) {
            return checked(new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8), FILE + " (" + file + ")");
        } catch (IOException e) {
            return new Current.Missing(FILE + " (" + file + ")", "can't be read");
        }
    }

    private static Current checked(String text, String place) {
        String key = text.strip();
        if (key.isEmpty()) {
            return new Current.Missing(place, "is empty");
        }
        if (key.length() > LONGEST || !SENDABLE.matcher(key).matches()) {
            return new Current.Missing(place, "holds no key: one line of plain characters is expected");
        }
        return new Current.Present(key);
    }

    /** What is there to send. */
    sealed interface Current {

        record Present(String key) implements Current {
            @Override
            public String toString() {
                return "Present[…]";
            }
        }

        /** Which setting, and what is wrong with it. */
        record Missing(String place, String what) implements Current {

            /** In words. */
            String problem() {
                return place + " " + what;
            }
        }
    }
}
