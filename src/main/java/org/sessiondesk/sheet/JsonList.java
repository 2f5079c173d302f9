package org.sessiondesk.sheet;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Whether a JSON file is one object round a list of records, as some programs hand out lists. */
final class JsonList {

    private static final String RECORD_ID = "ID";

    private final StrictText text;
    private final JsonParser parser;

    private JsonList(StrictText text) {
        this.text = text;
        this.parser = JsonRows.JSON.createParser(ObjectReadContext.empty(), text);
    }

    /**
     * The member of a lone object whose value is a list of objects; null if the file is anything else. An object with an
     * ID is a record itself.
     *
     * @throws FileRefused if there are several: nobody knows which of the lists is meant
     */
    static @Nullable String memberOf(Path file) throws IOException {
        try (var text = StrictText.of(file)) {
            return new JsonList(text).member();
        } catch (JacksonException e) {
            // Whoever reads the records comes to the same place and says in which line it is.
            return null;
        }
    }

    private @Nullable String member() throws IOException {
        if (next() != JsonToken.START_OBJECT) {
            return null;
        }
        String list = null;
        boolean several = false;
        boolean record = false;
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            record |= RECORD_ID.equalsIgnoreCase(name);
            if (isListOfObjects()) {
                several |= list != null;
                list = name;
            }
        }
        if (record || next() != null) {
            return null;
        }
        if (several) {
            throw new FileRefused(FileRefusal.Why.SEVERAL_LISTS, 0);
        }
        return list;
    }

    /** Goes past the value, too. */
    private boolean isListOfObjects() {
        if (next() != JsonToken.START_ARRAY) {
            pass();
            return false;
        }
        boolean objects = false;
        for (var token = next(); token != JsonToken.END_ARRAY && token != null; token = next()) {
            objects |= token == JsonToken.START_OBJECT;
            pass();
        }
        return objects;
    }

    private void pass() {
        text.recordHere();
        parser.skipChildren();
    }

    private @Nullable JsonToken next() {
        text.recordHere();
        return parser.nextToken();
    }
}
