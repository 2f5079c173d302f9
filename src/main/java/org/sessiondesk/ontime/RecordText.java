package org.sessiondesk.ontime;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sessiondesk.ontime.wire.JsonMembers;
import org.sessiondesk.ontime.wire.NotReadable;

/**
 * The text of any record, whoever wrote it: its members as they stand, some replaced while all the rest keeps its
 * spelling, or read as a user or a vehicle.
 */
public final class RecordText {

    private final JsonMembers members;

    private RecordText(JsonMembers members) {
        this.members = members;
    }

    /** The text of one JSON object; empty if it is none. */
    public static Optional<RecordText> of(String text) {
        try {
            return Optional.of(new RecordText(JsonMembers.of(text)));
        } catch (NotReadable e) {
            return Optional.empty();
        }
    }

    /** By name the values as JSON, as they stand and in their order. */
    public SequencedMap<String, String> members() {
        return members.asTheyStand();
    }

    /** Whether a name stands twice, in any case: nobody knows which of the two is meant. */
    public boolean hasTwice() {
        return members.hasTwice();
    }

    /** The text with these values, given as JSON, in place of the old ones; members not there yet come last. */
    public String with(Map<String, String> jsonByName) {
        return members.with(jsonByName);
    }

    /** The text read as a user; empty if it has no ID, or a name that is no text. */
    public static Optional<OnTimeUser> user(String text) {
        try {
            return Optional.of(RosterText.user(text));
        } catch (NotReadable e) {
            return Optional.empty();
        }
    }

    /** The text read as a vehicle; empty if it has no ID, or a Fleet ID that is no text. */
    public static Optional<OnTimeVehicle> vehicle(String text) {
        try {
            return Optional.of(RosterText.vehicle(text));
        } catch (NotReadable e) {
            return Optional.empty();
        }
    }
}
