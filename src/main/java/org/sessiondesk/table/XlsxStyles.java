package org.sessiondesk.table;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;

/** How a workbook's cells look; each is made once. */
record XlsxStyles(
        CellStyle head,
        CellStyle headOfFigures,
        CellStyle quiet,
        CellStyle day,
        CellStyle moment,
        CellStyle momentToTheSecond,
        CellStyle duration,
        CellStyle whole,
        CellStyle decimal) {

    XlsxStyles(Workbook book) {
        this(
                bold(book),
                right(bold(book)),
                right(coloured(book)),
                form(book, "yyyy-mm-dd"),
                form(book, "yyyy-mm-dd hh:mm"),
                form(book, "yyyy-mm-dd hh:mm:ss"),
                form(book, "[h]:mm"),
                form(book, "#,##0"),
                form(book, "#,##0.00"));
    }

    private static CellStyle form(Workbook book, String form) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(form));
        return style;
    }

    private static CellStyle bold(Workbook book) {
        var font = book.createFont();
        font.setBold(true);
        var style = book.createCellStyle();
        style.setFont(font);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private static CellStyle coloured(Workbook book) {
        var font = book.createFont();
        font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        var style = book.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static CellStyle right(CellStyle style) {
        style.setAlignment(HorizontalAlignment.RIGHT);
        return style;
    }
}
