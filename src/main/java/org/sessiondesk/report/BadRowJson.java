package org.sessiondesk.report;

import java.io.IOException;
import java.io.Writer;
import org.sessiondesk.filing.BadRow;
import org.sessiondesk.filing.BadRowColumns;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bad records of JSON, letter by letter: a member that a record lacks, or has twice, it lacks or has twice here. What is no
 * record stands in one.
 */
final class BadRowJson implements BadRowWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;
    private String before = "[\n";

    BadRowJson(Writer out) {
        this.out = out;
    }

    @Override
    public void write(BadRow row, String reason) throws IOException {
        out.write(before);
        before = ",\n";
        var members = new StringBuilder("{");
        String[] values = {Long.toString(row.line()), quoted(row.column()), quoted(reason)};
        for (int n = 0; n < values.length; n++) {
            members.append(n == 0 ? "" : ", ")
                    .append(quoted(BadRowColumns.NAMES.get(n)))
                    .append(": ")
                    .append(values[n]);
        }
        out.write(members.append(members(row.record() == null ? "{}" : row.record()))
                .append('}')
                .toString());
    }

    /** The record's own members as they stand, without those with which it was handed out before. */
    private static String members(String record) {
        var members = new StringBuilder();
        try (JsonParser parser = JSON.createParser(record)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return ", " + quoted(BadRowColumns.INSTEAD) + ": " + record;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.nextToken();
                parser.skipChildren();
                // Where a text ends only its reader knows.
                parser.finishToken();
                int to = (int) parser.currentLocation().getCharOffset();
                if (!BadRowColumns.isNew(name)) {
                    members.append(", ").append(record, from, to);
                }
            }
        }
        return members.toString();
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    @Override
    public void close() throws IOException {
        out.write(before.startsWith("[") ? "[]\n" : "\n]\n");
        out.close();
    }
}
