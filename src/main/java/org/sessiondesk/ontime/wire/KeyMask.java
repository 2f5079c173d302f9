package org.sessiondesk.ontime.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a key out of any text, in the spellings in which an error page would repeat it. */
public final class KeyMask {

    private static final String MASK = "•••";

    /** Fewer characters of a key's beginning at the end of a cut text give nothing away. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final int SHORTEST_RECOGNISED = 8;

    private final String key;
    private final Pattern spellings;

    /** Masks this key. */
    public KeyMask(String key) {
        this.key = key;
        this.spellings = Pattern.compile(
                Stream.of(
                                key,
                                key.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                                URLEncoder.encode(key, StandardCharsets.UTF_8),
                                key.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                        .distinct()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    /** Whether the key stands in the text. A key too short to tell from other words is never found. */
    public boolean isIn(String text) {
        return key.length() >= SHORTEST_RECOGNISED && spellings.matcher(text).find();
    }

    /** The text without the key. */
    public String mask(String text) {
        return spellings.matcher(text).replaceAll(MASK);
    }

    /** As {@link #mask}, for a text that may have been cut off within the key. */
    public String maskCutOff(String text) {
        String masked = mask(text);
        for (int length = Math.min(key.length() - 1, masked.length()); length >= SHORTEST_BEGINNING; length--) {
            if (masked.endsWith(key.substring(0, length))) {
                return masked.substring(0, masked.length() - length) + MASK;
            }
        }
        return masked;
    }
}
