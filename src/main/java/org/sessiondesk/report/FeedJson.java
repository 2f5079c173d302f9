package org.sessiondesk.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** An array with an object a line. Its brackets are ours, so that nothing but {@link #end} closes it. */
final class FeedJson implements FeedWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .rootValueSeparator(",\n")
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final List<String> names;
    private final JsonGenerator json;

    FeedJson(List<String> names, OutputStream out) {
        this.names = names;
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        json.writeRaw("[\n");
    }

    @Override
    public void row(List<@Nullable Object> values) {
        json.writeStartObject();
        for (int at = 0; at < names.size(); at++) {
            json.writeName(names.get(at));
            switch (FeedValue.of(values.get(at))) {
                case null -> json.writeNull();
                case Integer number -> json.writeNumber(number);
                case Long number -> json.writeNumber(number);
                case Double number -> json.writeNumber(number);
                case Boolean yes -> json.writeBoolean(yes);
                case Object text -> json.writeString(text.toString());
            }
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeRaw("\n]\n");
        json.close();
    }
}
