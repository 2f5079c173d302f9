package org.sessiondesk.filing;

import java.util.ArrayList;
import java.util.List;
import org.sessiondesk.filing.FileField.Form;
import org.sessiondesk.sheet.FileShape;

/**
 * A column in which OnTime's IDs should stand and something else does everywhere, as drivers' names. Nothing is looked up
 * by name here: two people may be called the same.
 *
 * @param wireName the field that it is, or would be
 * @param sample what stands there instead
 */
public record NoIds(String wireName, String column, String sample) {

    /** Those that are chosen so, and where none is, those that people call so. */
    public static List<NoIds> in(FileShape shape, ColumnMapping mapping) {
        var found = new ArrayList<NoIds>();
        for (FileField field : mapping.kind().fields()) {
            if (field.form() == Form.ID) {
                mapping.columnOf(field.wireName())
                        .or(() -> MappingGuess.called(field, shape))
                        .map(column -> new NoIds(
                                field.wireName(), column, shape.samples().getOrDefault(column, "")))
                        .filter(one -> !one.sample().isEmpty() && !shape.ids().contains(one.column()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
