package org.sessiondesk.ontime.wire;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes a key out of any text, in the spellings in which an error page or JSON would repeat it. */
public final class KeyMask {

    private static final String MASK = "•••";

    /** Fewer characters of a key's beginning at the end of a cut text give nothing away. */
    private static final int SHORTEST_BEGINNING = 4;

    private static final int SHORTEST_RECOGNISED = 8;

    /** No spelling below takes more for one character of a key. */
    private static final int LONGEST_SPELLING = 12;

    private final String key;
    private final Pattern spellings;

    /** Masks this key. */
    public KeyMask(String key) {
        this.key = key;
        this.spellings = Pattern.compile(
                key.chars().mapToObj(c -> spellings((char) c)).collect(Collectors.joining()), Pattern.CASE_INSENSITIVE);
    }

    /**
     * A character as it is, escaped in JSON (in JSON within JSON, too), in a URL, or in HTML. Writers differ in which they
     * escape, so each may be, but for letters and digits, which nobody does.
     */
    private static String spellings(char c) {
        if (Character.isLetterOrDigit(c)) {
            return String.valueOf(c);
        }
        String plain = "\\\\{0,4}" + Pattern.quote(String.valueOf(c));
        String hex = "%02x".formatted((int) c);
        return "(?:%s|\\\\{1,4}u00%s|%%(?:25){0,2}%s|&#0{0,4}%d;|&#x0{0,4}%s;%s)"
                .formatted(plain, hex, hex, (int) c, hex, named(c));
    }

    private static String named(char c) {
        return switch (c) {
            case '&' -> "|&amp;";
            case '<' -> "|&lt;";
            case '>' -> "|&gt;";
            case '"' -> "|&quot;";
            case '\'' -> "|&apos;";
            default -> "";
        };
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
        var tail = spellings.matcher(masked);
        int first = Math.max(0, masked.length() - key.length() * LONGEST_SPELLING);
        for (int start = first; start <= masked.length() - SHORTEST_BEGINNING; start++) {
            // Not the key, but only because the text ends: its beginning.
            if (!tail.region(start, masked.length()).lookingAt() && tail.hitEnd()) {
                return masked.substring(0, start) + MASK;
            }
        }
        return masked;
    }
}
