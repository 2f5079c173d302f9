package org.sessiondesk.sheet;

/** A value of a file as a screen can show it: cut between two characters, and without halves of one. */
public final class ShownText {

    private static final char REPLACEMENT = '\uFFFD';

    private ShownText() {}

    /** At most so many characters of it, and whether there were more. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? whole(text)
                : whole(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    /** Halves of a character, which JSON can write and UTF-8 can't, replaced. */
    public static String whole(String text) {
        if (text.codePoints().noneMatch(ShownText::half)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> shown.appendCodePoint(half(point) ? REPLACEMENT : point));
        return shown.toString();
    }

    private static boolean half(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
