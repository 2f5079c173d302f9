package org.sessiondesk.table;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters of one file: Liberation Sans, of which the file takes along those that stand in it. It has Latin, Greek and
 * Cyrillic; for a letter that it lacks stands a box, so that nobody takes a name for whole that isn't.
 *
 * @param regular of rows
 * @param bold of what stands above and below them
 */
record PdfLetters(BaseFont regular, BaseFont bold) {

    private static final String MISSING = "\u25A1";
    private static final String CUT = "…";

    PdfLetters() throws IOException {
        this(font("LiberationSans-Regular.ttf"), font("LiberationSans-Bold.ttf"));
    }

    private static BaseFont font(String name) throws IOException {
        try (InputStream file = PdfLetters.class.getResourceAsStream("/liberation/" + name)) {
            if (file == null) {
                throw new IOException("the jar has no font " + name);
            }
            return BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, file.readAllBytes(), null);
        }
    }

    /** The text in letters that there are, on one line. */
    String shown(String text) {
        var shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter)) {
                shown.append(' ');
            } else if (regular.charExists(letter)) {
                shown.appendCodePoint(letter);
            } else if (!Character.isISOControl(letter)) {
                shown.append(MISSING);
            }
        });
        return shown.toString();
    }

    /** Whether there is any letter of it. */
    boolean knows(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .anyMatch(letter -> Character.isLetterOrDigit(letter) && regular.charExists(letter));
    }

    /** The text as lines that are no wider than that; what doesn't fit on the last one is cut. */
    List<String> lines(BaseFont font, float size, String text, float width, int most) {
        String rest = shown(text).strip();
        var lines = new ArrayList<String>();
        while (lines.size() < most - 1 && font.getWidthPoint(rest, size) > width) {
            int end = fitting(font, size, rest, width);
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(cut(font, size, rest, width));
        return lines;
    }

    private static String cut(BaseFont font, float size, String text, float width) {
        if (font.getWidthPoint(text, size) <= width) {
            return text;
        }
        int end = fitting(font, size, text, width - font.getWidthPoint(CUT, size));
        return text.substring(0, end).strip() + CUT;
    }

    /** How many characters of the text are no wider than that; at least one, and none in halves. */
    private static int fitting(BaseFont font, float size, String text, float width) {
        float used = 0;
        int end = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            used += font.getWidthPoint(letter, size);
            if (used > width && end > 0) {
                break;
            }
            end += Character.charCount(letter);
        }
        return end;
    }
}
