package org.sessiondesk.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sessiondesk.ontime.RecordText;
import tools.jackson.databind.json.JsonMapper;

/** A record that is known, with what a file says about it: what the file doesn't mention stays as it is. */
final class RecordMerge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordMerge() {}

    /** The record's text with those members of the file in it that mean something else; the same text if none does. */
    static String merge(String known, Map<String, String> members) {
        var record = RecordText.of(known).orElseThrow(() -> new IllegalArgumentException("the known record is none"));
        var before = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        before.putAll(record.members());
        var changed = new LinkedHashMap<String, String>();
        members.forEach((name, json) -> {
            if (!plain(before.getOrDefault(name, "null")).equals(plain(json))) {
                changed.put(name, json);
            }
        });
        return changed.isEmpty() ? known : record.with(changed);
    }

    /** Whether it is a text, a number or yes or no makes no difference, nor do an empty text and none. */
    private static String plain(String json) {
        var node = JSON.readTree(json);
        return node.isNull() ? "" : node.isValueNode() ? node.asString().strip() : node.toString();
    }
}
