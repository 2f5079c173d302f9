package org.sessiondesk.sandbox;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, read from method and path.
 *
 * @param id the record's ID in the path
 */
public record Call(Kind kind, @Nullable UUID id) {

    /** The documented calls; faults and permissions are given by them. */
    public enum Kind {
        POST_SESSION,
        LIST_SESSIONS,
        GET_SESSION,
        LIST_USERS,
        GET_USER,
        LIST_VEHICLES,
        GET_VEHICLE,
        /** An address OnTime doesn't have. */
        OTHER
    }

    /** Reads a path below {@code …/api/}; like OnTime's server, in any case and with or without a slash at the end. */
    static Call of(String method, String path) {
        var parts = path.toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "").split("/");
        boolean get = method.equals("GET");
        if (parts.length == 2 && parts[0].equals("usersession") && parts[1].equals("post")) {
            return new Call(method.equals("POST") ? Kind.POST_SESSION : Kind.OTHER, null);
        }
        if (!get || parts.length > 2) {
            return new Call(Kind.OTHER, null);
        }
        boolean list = parts.length == 1;
        var kind = switch (parts[0]) {
            case "usersessions" -> list ? Kind.LIST_SESSIONS : Kind.GET_SESSION;
            case "users" -> list ? Kind.LIST_USERS : Kind.GET_USER;
            case "vehicles" -> list ? Kind.LIST_VEHICLES : Kind.GET_VEHICLE;
            default -> Kind.OTHER;
        };
        return new Call(kind, list ? null : guid(parts[1]));
    }

    private static @Nullable UUID guid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
