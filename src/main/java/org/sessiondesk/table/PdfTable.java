package org.sessiondesk.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/** A table on pages that lie across: the title on the first one, the head line on each, no row over two. */
final class PdfTable implements TableFile {

    private static final float TITLE_SIZE = 15;
    private static final float ABOUT_SIZE = 9;
    private static final float SIZE = 8.5f;
    private static final float LINE_HEIGHT = 11;
    private static final float PADDING = 3;
    private static final float BETWEEN_COLUMNS = 8;

    /** A note may be long; paper is not the place for all of it. */
    private static final int MOST_LINES = 6;

    private final TableHead head;
    private final OutputStream out;
    private final CellWords words;
    private final PdfLetters letters;
    private final PdfPages pages;
    private final float[] widths;
    private float y;

    PdfTable(TableHead head, OutputStream out) throws IOException {
        this.head = head;
        this.out = out;
        this.words = new CellWords(head.zone());
        this.letters = new PdfLetters();
        this.pages = new PdfPages(head, letters, out);
        this.widths = widths();
        this.y = pages.top();
        title();
        headLine();
    }

    private float[] widths() {
        int all = head.columns().stream().mapToInt(Column::width).sum();
        float room = pages.width() - BETWEEN_COLUMNS * (head.columns().size() - 1);
        var shares = new float[head.columns().size()];
        for (int n = 0; n < shares.length; n++) {
            shares[n] = room * head.columns().get(n).width() / all;
        }
        return shares;
    }

    private void title() {
        for (String title : letters.lines(letters.bold(), TITLE_SIZE, head.title(), pages.width(), MOST_LINES)) {
            y -= TITLE_SIZE;
            pages.write(letters.bold(), TITLE_SIZE, PdfPages.INK, title, pages.left(), y);
            y -= PADDING;
        }
        y -= PADDING;
        for (String about : head.about()) {
            for (String line : letters.lines(letters.regular(), ABOUT_SIZE, about, pages.width(), MOST_LINES)) {
                y -= LINE_HEIGHT + 1;
                pages.write(letters.regular(), ABOUT_SIZE, PdfPages.QUIET, line, pages.left(), y);
            }
        }
        y -= LINE_HEIGHT * 2;
    }

    private void headLine() {
        write(
                head.columns().stream()
                        .map(column -> (Cell) new Cell.Text(column.head()))
                        .toList(),
                letters.bold());
        pages.line(y, 0.8f, PdfPages.INK);
    }

    @Override
    public void row(List<Cell> cells) {
        write(cells, letters.regular());
        pages.line(y, 0.4f, PdfPages.LINE);
    }

    @Override
    public void total(List<Cell> cells) {
        pages.line(y + 0.4f, 0.8f, PdfPages.INK);
        write(cells, letters.bold());
    }

    private void write(List<Cell> cells, BaseFont font) {
        var texts = new ArrayList<List<String>>(cells.size());
        int high = 1;
        for (int n = 0; n < cells.size(); n++) {
            var lines = letters.lines(font, SIZE, says(cells.get(n)), widths[n], MOST_LINES);
            texts.add(lines);
            high = Math.max(high, lines.size());
        }
        float height = high * LINE_HEIGHT + PADDING;
        if (y - height < pages.bottom()) {
            pages.next();
            y = pages.top();
            headLine();
        }
        float x = pages.left();
        for (int n = 0; n < cells.size(); n++) {
            boolean quiet = cells.get(n) instanceof Cell.NotRecorded;
            float line = y - LINE_HEIGHT + 1;
            for (String text : texts.get(n)) {
                float indent = head.columns().get(n).figures() ? widths[n] - font.getWidthPoint(text, SIZE) : 0;
                pages.write(font, SIZE, quiet ? PdfPages.QUIET : PdfPages.INK, text, x + indent, line);
                line -= LINE_HEIGHT;
            }
            x += widths[n] + BETWEEN_COLUMNS;
        }
        y -= height;
    }

    /** A name of nothing but boxes would be anybody's. */
    private String says(Cell cell) {
        String says = words.onPaper(cell);
        return cell instanceof Cell.Name(String text, String id) && !letters.knows(text) ? says + " " + id : says;
    }

    @Override
    public void end() throws IOException {
        pages.end();
        out.flush();
    }

    @Override
    public void close() {
        // What was written is gone; a file without an end is none.
    }
}
