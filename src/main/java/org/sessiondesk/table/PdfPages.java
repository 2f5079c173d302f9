package org.sessiondesk.table;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The pages of one file, each with its foot. A page leaves as soon as the next one begins; how many there are is known at
 * the end only, and is drawn once, in a place to which every page points.
 */
final class PdfPages {

    static final float MARGIN = 36;
    static final Color INK = new Color(0x1B, 0x1F, 0x24);
    static final Color QUIET = new Color(0x5A, 0x63, 0x6E);
    static final Color LINE = new Color(0xC9, 0xCF, 0xD6);

    private static final float FOOT_SIZE = 7;
    private static final float FOOT_HEIGHT = 18;
    private static final float ROOM_FOR_A_NUMBER = 40;

    private final TableHead head;
    private final PdfLetters letters;
    private final Document document;
    private final PdfWriter writer;
    private final PdfTemplate count;
    private final Rectangle size;
    private int page = 1;

    PdfPages(TableHead head, PdfLetters letters, OutputStream out) {
        this.head = head;
        this.letters = letters;
        this.size = (head.paper() == TableHead.Paper.LETTER ? PageSize.LETTER : PageSize.A4).rotate();
        this.document = new Document(size);
        this.writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.addTitle(head.title());
        document.addCreator("Session Desk");
        document.setDocumentLanguage("en");
        var made = GregorianCalendar.from(head.at().atZone(head.zone()));
        document.addCreationDate(new PdfDate(made));
        document.open();
        this.count = writer.getDirectContent().createTemplate(ROOM_FOR_A_NUMBER, FOOT_HEIGHT);
    }

    float left() {
        return MARGIN;
    }

    float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    float top() {
        return size.getHeight() - MARGIN;
    }

    /** No row stands lower. */
    float bottom() {
        return MARGIN + FOOT_HEIGHT;
    }

    void write(BaseFont font, float size, Color colour, String text, float x, float y) {
        var content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(font, size);
        content.setColorFill(colour);
        content.setTextMatrix(x, y);
        content.showText(text);
        content.endText();
    }

    void line(float y, float thickness, Color colour) {
        PdfContentByte content = writer.getDirectContent();
        content.setColorStroke(colour);
        content.setLineWidth(thickness);
        content.moveTo(left(), y);
        content.lineTo(left() + width(), y);
        content.stroke();
    }

    /** Ends this page and begins the next. */
    void next() {
        foot();
        document.newPage();
        page++;
    }

    private void foot() {
        String words = String.format(Locale.US, "Page %,d of ", page);
        float wide = letters.regular().getWidthPoint(words, FOOT_SIZE);
        float x = left() + width() - wide - ROOM_FOR_A_NUMBER / 2;
        write(letters.regular(), FOOT_SIZE, QUIET, words, x, MARGIN);
        writer.getDirectContent().addTemplate(count, x + wide, MARGIN - FOOT_SIZE);
        String foot = letters.lines(letters.regular(), FOOT_SIZE, head.foot(), x - left() - FOOT_HEIGHT, 1)
                .getFirst();
        write(letters.regular(), FOOT_SIZE, QUIET, foot, left(), MARGIN);
    }

    void end() throws IOException {
        foot();
        count.beginText();
        count.setFontAndSize(letters.regular(), FOOT_SIZE);
        count.setColorFill(QUIET);
        count.setTextMatrix(0, FOOT_SIZE);
        count.showText(String.format(Locale.US, "%,d", page));
        count.endText();
        document.close();
    }
}
