package org.sessiondesk.filing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.filing.BadRow.Reason;
import org.sessiondesk.filing.FileField.Form;
import org.sessiondesk.ontime.RecordText;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.sheet.RawRow;
import org.sessiondesk.sheet.RawRow.Cell;
import tools.jackson.databind.json.JsonMapper;

/** Makes OnTime's record of a row, member by member as the mapping says. */
final class RowReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,10}");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+");

    /** Of which nobody knows whether it is 52 or 52,000. */
    private static final Pattern DOTTED = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+");

    private static final Pattern YES = Pattern.compile("(?i)true|yes|y|1");
    private static final Pattern NO = Pattern.compile("(?i)false|no|n|0");

    private final ColumnMapping mapping;
    private final UserSessionText texts;

    RowReader(ColumnMapping mapping, UserSessionText texts) {
        this.mapping = mapping;
        this.texts = texts;
    }

    /** Reads a row whose cells are in order so far. */
    GoodRow read(RawRow row) throws RowFault {
        if (row.fault() != null) {
            throw new RowFault("", reason(row.fault()), Objects.requireNonNullElse(row.record(), ""));
        }
        var cells = row.byName();
        var members = new LinkedHashMap<String, String>();
        boolean asItStands = true;
        for (var target : mapping.targets().entrySet()) {
            var cell = cells.get(target.getKey());
            if (cell == null) {
                continue;
            }
            if (target.getValue().equals(ColumnMapping.LEAVE_OUT)) {
                asItStands = false;
                continue;
            }
            String member = ColumnMapping.member(target.getKey(), target.getValue());
            String json = json(
                    target.getKey(), mapping.kind().field(target.getValue()).orElse(null), cell);
            asItStands &= member.equalsIgnoreCase(target.getKey()) && json.equals(cell.json());
            members.put(member, json);
        }
        UUID id = id(members);
        String text = asItStands && row.record() != null ? row.record() : object(members);
        checkTheRest(text, members);
        return new GoodRow(row, id, members, text);
    }

    private String json(String column, @Nullable FileField field, Cell cell) throws RowFault {
        if (field == null) {
            return cell.json() == null ? quoted(cell.text()) : cell.json();
        }
        String text = cell.text().strip();
        if (text.isEmpty()) {
            return cell.json() == null ? "null" : cell.json();
        }
        return switch (field.form()) {
            case TIME -> time(column, cell);
            case YES_NO -> yesOrNo(column, text);
            case TEXT -> text(column, cell);
            case NUMBER -> cell.json() == null ? number(column, text) : cell.json();
            case ID, TYPE -> cell.json() == null ? quoted(text) : cell.json();
        };
    }

    private String time(String column, Cell cell) throws RowFault {
        String marked = RowTimes.marked(cell.text(), column, mapping);
        return cell.json() != null && marked.equals(cell.text()) ? cell.json() : quoted(marked);
    }

    static boolean isYesOrNo(String text) {
        return YES.matcher(text.strip()).matches() || NO.matcher(text.strip()).matches();
    }

    private static String yesOrNo(String column, String text) throws RowFault {
        if (YES.matcher(text).matches()) {
            return "true";
        }
        if (NO.matcher(text).matches()) {
            return "false";
        }
        throw new RowFault(column, Reason.NO_YES_OR_NO, text);
    }

    private static String text(String column, Cell cell) throws RowFault {
        if (cell.json() == null) {
            return quoted(cell.text());
        }
        if (cell.json().startsWith("{") || cell.json().startsWith("[")) {
            throw new RowFault(column, Reason.NO_TEXT, cell.text());
        }
        return cell.json();
    }

    /** A number where it is one; else as it stands, to be refused by name. */
    private static String number(String column, String text) throws RowFault {
        if (DOTTED.matcher(text).matches()) {
            throw new RowFault(column, Reason.DOTTED_NUMBER, text);
        }
        String digits = GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
        // Not 007: JSON has no such number.
        return WHOLE.matcher(digits).matches() ? Long.toString(Long.parseLong(digits)) : quoted(text);
    }

    private UUID id(Map<String, String> members) throws RowFault {
        String column = mapping.columnOf(FileField.RECORD_ID).orElse("");
        String json = members.getOrDefault(FileField.RECORD_ID, "null");
        if (!(texts.read(object("ID", json)) instanceof UserSessionText.Reading.Read(UserSession session))) {
            throw new RowFault(column, Reason.NO_ID, shown(json));
        }
        if (session.id() == null) {
            throw new RowFault(column, Reason.ID_MISSING, "");
        }
        return session.id();
    }

    /** A record that can't be read is looked through field by field, for the one that is to blame. */
    private void checkTheRest(String text, Map<String, String> members) throws RowFault {
        if (mapping.kind() == FileKind.SESSIONS && texts.read(text) instanceof UserSessionText.Reading.Read) {
            return;
        }
        for (FileField field : mapping.kind().fields()) {
            String json = members.get(field.wireName());
            String alike = field.form().standIn();
            if (json != null
                    && alike != null
                    && !(texts.read(object(alike, json)) instanceof UserSessionText.Reading.Read)) {
                String column = mapping.columnOf(field.wireName()).orElse("");
                throw new RowFault(column, reason(field.form()), shown(json));
            }
        }
        boolean readable = switch (mapping.kind()) {
            case SESSIONS -> false;
            case USERS -> RecordText.user(text).isPresent();
            case VEHICLES -> RecordText.vehicle(text).isPresent();
        };
        if (!readable) {
            throw new RowFault("", Reason.NO_RECORD, "");
        }
    }

    private static Reason reason(RawRow.Fault fault) {
        return switch (fault) {
            case CELLS -> Reason.CELLS;
            case NO_RECORD -> Reason.NO_RECORD;
            case NO_OBJECT -> Reason.NO_OBJECT;
        };
    }

    private static Reason reason(Form form) {
        return switch (form) {
            case ID -> Reason.NO_ID;
            case TYPE -> Reason.NO_TYPE;
            case TIME -> Reason.NO_TIME;
            case NUMBER -> Reason.NO_NUMBER;
            case TEXT -> Reason.NO_TEXT;
            case YES_NO -> Reason.NO_YES_OR_NO;
        };
    }

    private static String shown(String json) {
        return json.startsWith("\"") ? JSON.readTree(json).stringValue() : json;
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String object(String name, String json) {
        return "{" + quoted(name) + ":" + json + "}";
    }

    private static String object(SequencedMap<String, String> members) {
        var text = new StringBuilder("{");
        members.forEach((name, json) -> text.append(text.length() == 1 ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(json));
        return text.append('}').toString();
    }
}
