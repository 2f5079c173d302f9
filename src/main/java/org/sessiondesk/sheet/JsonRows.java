package org.sessiondesk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.RecordText;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.RawRow.Cell;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The objects of a JSON list, or objects one after another, each as it stands. */
final class JsonRows implements RowSource {

    private static final JsonMapper VALUES = JsonMapper.builder().build();
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(FileLimits.LONGEST_VALUE)
                    .maxNameLength(FileLimits.LONGEST_VALUE)
                    .maxNestingDepth(FileLimits.DEEPEST)
                    .build())
            .build();

    private final StrictText text;
    private final JsonParser parser;
    private final boolean list;

    /** The first object of a file without a list is read ahead, to know that there is none. */
    private boolean readAhead;

    JsonRows(Path file) throws IOException {
        this.text = StrictText.keeping(file);
        try {
            this.parser = JSON.createParser(ObjectReadContext.empty(), text);
            this.list = advance() == JsonToken.START_ARRAY;
            this.readAhead = !list;
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        var token = readAhead ? parser.currentToken() : advance();
        readAhead = false;
        if (token == null) {
            return null;
        }
        if (list && token == JsonToken.END_ARRAY) {
            if (advance() != null) {
                throw new FileRefused(Why.NO_JSON, line());
            }
            return null;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new FileRefused(Why.NO_RECORDS, line());
        }
        long line = line();
        long from = parser.currentTokenLocation().getCharOffset();
        text.recordAt(from);
        skip();
        long to = parser.currentLocation().getCharOffset();
        if (to - from > FileLimits.LONGEST_RECORD) {
            throw new FileRefused(Why.TOO_LONG, line);
        }
        return row(line, text.slice(from, to));
    }

    private static RawRow row(long line, String record) {
        var cells = new LinkedHashMap<String, Cell>();
        var members = RecordText.of(record);
        if (members.isEmpty() || members.get().hasTwice()) {
            return new RawRow(line, cells, record, RawRow.Fault.NO_RECORD);
        }
        members.get().members().forEach((name, json) -> cells.put(name, new Cell(shown(json), json)));
        return new RawRow(line, cells, record, null);
    }

    /** Of a text its characters, of anything else the JSON. */
    private static String shown(String json) {
        if (json.equals("null")) {
            return "";
        }
        return json.startsWith("\"") ? VALUES.readTree(json).stringValue() : json;
    }

    private @Nullable JsonToken advance() throws IOException {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    private void skip() throws IOException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    private FileRefused refused(JacksonException e) {
        var refused = FileRefused.in(e);
        if (refused != null) {
            return refused;
        }
        var why = e instanceof StreamConstraintsException ? Why.TOO_LONG : Why.NO_JSON;
        return new FileRefused(
                why, e.getLocation() == null ? line() : e.getLocation().getLineNr());
    }

    private long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
