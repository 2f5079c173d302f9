package org.sessiondesk.ontime.wire;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes a key out of any text, in the spellings in which an error page or JSON would repeat it. */
public final class KeyMask {

    private static final String MASK = "•••";

    /** Fewer characters of a key's beginning at the end of a cut text give nothing away. */
    private static final int SHORTEST_BEGINNING = 4;

    /** A shorter one may well be part of a Guid or a word. */
    private static final int SHORTEST_RECOGNISED = 8;

    /** Where a word begins: not within one, but right after an escape all the same. */
    private static final String WORD_BEGINS = "(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[bfnrt]|\\\\u[0-9a-f]{4}|%[0-9a-f]{2}))";

    private static final String WORD_ENDS = "(?![\\p{L}\\p{N}])";

    /** No spelling below takes more for one character of a key. */
    private static final int LONGEST_SPELLING = 12;

    private final String key;
    private final Pattern spellings;
    private final Pattern recognised;

    /** Masks this key. */
    public KeyMask(String key) {
        this.key = key;
        String all = key.chars().mapToObj(c -> spellings((char) c)).collect(Collectors.joining());
        this.spellings = Pattern.compile(all, Pattern.CASE_INSENSITIVE);
        this.recognised = key.length() < SHORTEST_RECOGNISED
                ? Pattern.compile(WORD_BEGINS + all + WORD_ENDS, Pattern.CASE_INSENSITIVE)
                : spellings;
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

    /** Whether the key stands in the text. A short one may be part of other words, so it has to be one of its own. */
    public boolean isIn(String text) {
        return recognised.matcher(text.replace("\0", "")).find();
    }

    /** The text without the key. */
    public String mask(String text) {
        return byLetters(text, this::masked);
    }

    /** As {@link #mask}, for a text that may have been cut off within the key. */
    public String maskCutOff(String text) {
        return byLetters(text, this::maskedCutOff);
    }

    /** UTF-16 read as if it were UTF-8 has a NUL between the key's letters. */
    private static String byLetters(String text, UnaryOperator<String> masking) {
        String letters = text.replace("\0", "");
        String masked = masking.apply(letters);
        return masked.equals(letters) ? text : masked;
    }

    private String masked(String text) {
        return spellings.matcher(text).replaceAll(MASK);
    }

    private String maskedCutOff(String text) {
        String masked = masked(text);
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
