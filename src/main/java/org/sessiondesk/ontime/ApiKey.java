package org.sessiondesk.ontime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The key OnTime knows us by, read anew from its file each time, so that a new key needs no restart. */
final class ApiKey {

    /** A header's value: visible ASCII. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private static final int LONGEST = 4_096;

    private final OnTimeSettings settings;

    ApiKey(OnTimeSettings settings) {
        this.settings = settings;
    }

    /** The key of this moment, or the problem with it. */
    Current current() {
        var file = settings.apiKeyFile();
        if (file == null) {
            return checked(settings.apiKey(), "SESSIONDESK_ONTIME_API_KEY");
        }
        try (var in = Files.newInputStream(file)) {
            return checked(
                    new String(in.readNBytes(LONGEST + 1), StandardCharsets.UTF_8),
                    "The file of SESSIONDESK_ONTIME_API_KEY_FILE (" + file + ")");
        } catch (IOException e) {
            return new Current.Missing("The file of SESSIONDESK_ONTIME_API_KEY_FILE (" + file + ") can't be read");
        }
    }

    private static Current checked(String text, String place) {
        String key = text.strip();
        if (key.isEmpty()) {
            return new Current.Missing(place + " is empty");
        }
        if (key.length() > LONGEST || !SENDABLE.matcher(key).matches()) {
            return new Current.Missing(place + " holds no key: one line of plain characters is expected");
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

        record Missing(String problem) implements Current {}
    }
}
