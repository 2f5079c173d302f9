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

/**
 * The objects of a JSON list, also one inside an object, or objects one after another, each as it stands. What stands
 * among them and is none is a bad row; where there is nothing else, the file is refused.
 */
final class JsonRows implements RowSource {

    private static final JsonMapper VALUES = JsonMapper.builder().build();
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(FileLimits.LONGEST_VALUE)
                    .maxNameLength(FileLimits.LONGEST_VALUE)
                    // Who reads the record refuses long ones: that is a bad row and no bad file.
                    .maxNumberLength(FileLimits.LONGEST_VALUE)
                    .maxNestingDepth(FileLimits.DEEPEST)
                    .build())
            .build();

    private final StrictText text;
    private final JsonParser parser;
    private final boolean list;

    /** Whether the list is a member of one object, whose other members say nothing of records. */
    private final boolean inside;

    /** The first object of a file without a list is read ahead, to know that there is none. */
    private boolean readAhead;

    private boolean objects;

    /** Where the first that is no object stands; 0 for none. */
    private long otherAt;

    JsonRows(Path file) throws IOException {
        this.text = StrictText.keeping(file);
        try {
            this.parser = JSON.createParser(ObjectReadContext.empty(), text);
            String member = JsonList.memberOf(file);
            advance();
            this.inside = member != null;
            if (member != null) {
                goInto(member);
            }
            this.list = parser.currentToken() == JsonToken.START_ARRAY;
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
            return end();
        }
        if (list && token == JsonToken.END_ARRAY) {
            if (inside) {
                passOver();
            }
            if (advance() != null) {
                throw new FileRefused(Why.NO_JSON, line());
            }
            return end();
        }
        long line = line();
        boolean object = token == JsonToken.START_OBJECT;
        objects |= object;
        if (!object && otherAt == 0) {
            otherAt = line;
        }
        String record = record(line);
        return object
                ? row(line, record)
                : new RawRow(line, new LinkedHashMap<>(), List.of(), record, RawRow.Fault.NO_OBJECT);
    }

    /** A list of anything but objects is another file than was meant. */
    private @Nullable RawRow end() throws FileRefused {
        if (!objects && otherAt > 0) {
            throw new FileRefused(Why.NO_RECORDS, otherAt);
        }
        return null;
    }

    /** The object that begins here, or what stands in its place, letter by letter. */
    private String record(long line) throws IOException {
        long from = parser.currentTokenLocation().getCharOffset();
        text.recordAt(from);
        skip();
        long to = parser.currentLocation().getCharOffset();
        if (to - from > FileLimits.LONGEST_RECORD) {
            throw new FileRefused(Why.TOO_LONG, line);
        }
        // Past a number outside of a list the parser stands behind the blank after it.
        return text.slice(from, to).strip();
    }

    /** To the list that is this member's value. */
    private void goInto(String member) throws IOException {
        while (advance() == JsonToken.PROPERTY_NAME && !member.equals(parser.currentName())) {
            skipValue();
        }
        advance();
    }

    /** The rest of the object that holds the list. */
    private void passOver() throws IOException {
        while (advance() == JsonToken.PROPERTY_NAME) {
            skipValue();
        }
    }

    private void skipValue() throws IOException {
        text.recordAt(parser.currentTokenLocation().getCharOffset());
        advance();
        skip();
    }

    private static RawRow row(long line, String record) {
        var cells = new LinkedHashMap<String, Cell>();
        var members = RecordText.of(record);
        if (members.isEmpty() || members.get().hasTwice()) {
            return new RawRow(line, cells, List.of(), record, RawRow.Fault.NO_RECORD);
        }
        members.get().members().forEach((name, json) -> cells.put(name, new Cell(shown(json), json)));
        return new RawRow(line, cells, List.of(), record, null);
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
            // Where a text ends only its reader knows.
            parser.finishToken();
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
