package org.sessiondesk.ontime;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeSettings.UnrecordedMileage;
import org.sessiondesk.ontime.wire.JsonMembers;
import org.sessiondesk.ontime.wire.LenientValues;
import org.sessiondesk.ontime.wire.NotReadable;

/**
 * Reads OnTime's text of a session and writes what is posted. Reading is as lenient as OnTime's own spellings demand;
 * writing replaces only what was corrected, in the text as it came.
 */
public final class UserSessionText {

    private static final String ID = "ID";

    /** What reading a text gave. */
    public sealed interface Reading {

        /** A session; its text is the text read. */
        record Read(UserSession session) implements Reading {}

        /** No session, and why, in words. */
        record Malformed(String reason) implements Reading {}
    }

    private final ZoneId unmarkedZone;
    private final String unrecordedMileage;

    /**
     * @param unmarkedZone times without a zone mark are read in it; of a repeated hour the first, a missing hour moved on
     * @param unrecordedMileage how a mileage of null is written
     */
    public UserSessionText(ZoneId unmarkedZone, UnrecordedMileage unrecordedMileage) {
        this.unmarkedZone = unmarkedZone;
        this.unrecordedMileage = switch (unrecordedMileage) {
            case ZERO -> "0";
            case NULL -> "null";
        };
    }

    /** Reads one record. */
    public Reading read(String text) {
        try {
            return new Reading.Read(session(text, new LenientValues(JsonMembers.of(text))));
        } catch (NotReadable e) {
            return new Reading.Malformed(e.reason());
        }
    }

    private UserSession session(String text, LenientValues values) throws NotReadable {
        var logOut = values.instant(UserSessionField.LOG_OUT_TIME.wireName(), unmarkedZone);
        var start = values.integer(UserSessionField.START_MILEAGE.wireName()).orElse(null);
        var end = values.integer(UserSessionField.END_MILEAGE.wireName()).orElse(null);
        boolean neither = isNothing(start) && isNothing(end);
        return new UserSession(
                values.guid(ID).orElse(null),
                values.guid(UserSessionField.USER_ID.wireName()).orElse(null),
                values.guid(UserSessionField.VEHICLE.wireName()).orElse(null),
                logInType(values.string(UserSessionField.LOG_IN_TYPE.wireName())),
                values.instant(UserSessionField.LOG_IN_TIME.wireName(), unmarkedZone)
                        .orElse(null),
                logOut.orElse(null),
                neither ? null : start,
                neither || (logOut.isEmpty() && isNothing(end)) ? null : end,
                text);
    }

    private static LogInType logInType(String text) throws NotReadable {
        return LogInType.read(text)
                .orElseThrow(() -> new NotReadable(UserSessionField.LOG_IN_TYPE.wireName() + " is no known type"));
    }

    private static boolean isNothing(@Nullable Integer mileage) {
        return mileage == null || mileage == 0;
    }

    /**
     * The body of an update: OnTime's last record with only these fields replaced; all else keeps its exact spelling.
     *
     * @param lastKnownText OnTime's newest record of the session, with its ID
     * @param wanted where the values of the corrected fields are taken from
     * @param corrected the fields to replace; usually {@code wanted.differences(lastKnown.values())}
     * @throws IllegalArgumentException if the text is no record with an ID: it would create a session
     */
    public String body(String lastKnownText, UserSessionValues wanted, Set<UserSessionField> corrected) {
        try {
            var members = JsonMembers.of(lastKnownText);
            if (new LenientValues(members).guid(ID).isEmpty()) {
                throw new IllegalArgumentException("The last known record has no ID");
            }
            return members.with(json(wanted, corrected));
        } catch (NotReadable e) {
            throw new IllegalArgumentException("The last known record can't be read: " + e.reason(), e);
        }
    }

    /** The body of a create: no ID, OnTime gives it. */
    public String create(UserSessionValues values) {
        try {
            return JsonMembers.of("{}").with(json(values, EnumSet.allOf(UserSessionField.class)));
        } catch (NotReadable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ID in a text; null if it has none. */
    @Nullable
    UUID id(String text) throws NotReadable {
        return new LenientValues(JsonMembers.of(text)).guid(ID).orElse(null);
    }

    private LinkedHashMap<String, String> json(UserSessionValues values, Set<UserSessionField> fields) {
        var json = new LinkedHashMap<String, String>();
        for (var field : UserSessionField.values()) {
            if (fields.contains(field)) {
                json.put(field.wireName(), json(values, field));
            }
        }
        return json;
    }

    private String json(UserSessionValues values, UserSessionField field) {
        return switch (field) {
            case USER_ID -> quoted(values.userId());
            case VEHICLE -> quoted(values.vehicle());
            case LOG_IN_TYPE -> quoted(values.logInType().wireName());
            case LOG_IN_TIME -> time(values.logInTime());
            case LOG_OUT_TIME -> time(values.logOutTime());
            case START_MILEAGE -> mileage(values.startMileage());
            case END_MILEAGE -> mileage(values.endMileage());
        };
    }

    private static String quoted(@Nullable Object value) {
        // Names, Guids and times hold nothing that JSON would escape.
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String time(@Nullable Instant time) {
        return quoted(time == null ? null : wireTime(time));
    }

    /** {@code yyyy-MM-ddTHH:mm:ssZ}: cut to the second, UTC, as OnTime documents. */
    public static String wireTime(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String mileage(@Nullable Integer mileage) {
        return mileage == null ? unrecordedMileage : mileage.toString();
    }
}
