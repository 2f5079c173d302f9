package org.sessiondesk.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook as its own XML says it, read by nothing of the library that wrote it. */
public final class Workbook {

    private final Map<String, byte[]> parts = new HashMap<>();

    private Workbook(byte[] file) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    /** A cell: its value as it stands, how it is shown, and whether it is a number for the spreadsheet. */
    public record Cell(String value, String form, boolean number) {}

    /** A row: its cells by their columns' letters. */
    public record Row(Map<String, Cell> cells) {

        public Cell at(String column) {
            return Objects.requireNonNull(cells.get(column), () -> column + " is empty in " + cells);
        }
    }

    public static Workbook read(byte[] file) throws IOException {
        return new Workbook(file);
    }

    /** What a part of the package says. */
    public String part(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    /** The rows of a sheet. */
    public List<Row> sheet(int number) throws XMLStreamException {
        var forms = forms();
        var rows = new ArrayList<Row>();
        var xml = xml("xl/worksheets/sheet" + number + ".xml");
        String column = "";
        int style = 0;
        boolean figure = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> rows.add(new Row(new HashMap<>()));
                case "c" -> {
                    column = xml.getAttributeValue(null, "r").replaceAll("\\d", "");
                    String said = xml.getAttributeValue(null, "s");
                    style = said == null ? 0 : Integer.parseInt(said);
                    String type = xml.getAttributeValue(null, "t");
                    figure = type == null || type.equals("n");
                }
                case "v", "t" ->
                    rows.getLast().cells().put(column, new Cell(xml.getElementText(), forms.get(style), figure));
                default -> {}
            }
        }
        return rows;
    }

    /** The form of each style, by its number. */
    private List<String> forms() throws XMLStreamException {
        Map<String, String> named =
                new HashMap<>(Map.of("0", "General", "3", "#,##0", "4", "#,##0.00", "46", "[h]:mm:ss"));
        var forms = new ArrayList<String>();
        var xml = xml("xl/styles.xml");
        boolean inCells = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        named.put(xml.getAttributeValue(null, "numFmtId"), xml.getAttributeValue(null, "formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            String id = xml.getAttributeValue(null, "numFmtId");
                            forms.add(named.getOrDefault(id, id));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
        }
        return forms;
    }

    private XMLStreamReader xml(String part) throws XMLStreamException {
        return XMLInputFactory.newFactory().createXMLStreamReader(new ByteArrayInputStream(parts.get(part)));
    }
}
