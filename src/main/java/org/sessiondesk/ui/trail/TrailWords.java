package org.sessiondesk.ui.trail;

import static org.sessiondesk.ui.Messages.t;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.Origin;
import org.sessiondesk.audit.TrailEntry;

/** An entry in words. */
final class TrailWords {

    /** Past this many changes an entry doesn't list them. */
    static final int MOST_CHANGES = 8;

    /** Said by the line itself, or of no use to a reader. */
    private static final Set<String> SILENT = Set.of(
            "changes",
            "correction",
            "batch",
            "undoes",
            "reverts",
            "version",
            "versions",
            "versionBefore",
            "versionAfter");

    private static final String LIMITS_CHANGED = "finding.limits-changed";

    private final People people;
    private final Names names;
    private final Function<Instant, String> times;

    /** What drivers, vehicles and tokens are called. */
    interface Names {
        String driver(String ontimeId);

        String vehicle(String ontimeId);

        String token(String id);
    }

    TrailWords(People people, Names names, Function<Instant, String> times) {
        this.people = people;
        this.names = names;
        this.times = times;
    }

    String who(Actor actor) {
        return switch (actor) {
            case Actor.Person(var account) -> people.name(account);
            case Actor.System() -> t("common.product");
            case Actor.OnTime() -> t("trail.ontime");
        };
    }

    /** What a driver is called. */
    String driver(String ontimeId) {
        return names.driver(ontimeId);
    }

    /** What a vehicle is called. */
    String vehicle(String ontimeId) {
        return names.vehicle(ontimeId);
    }

    /** What a person calls a token. */
    String token(String id) {
        return names.token(id);
    }

    static String what(String action) {
        return t("trail.action." + action);
    }

    /** The lines under an entry: its changes, its other details, and what people wrote. */
    List<String> lines(TrailEntry entry) {
        var lines = new ArrayList<String>();
        if (entry.details().get("changes") instanceof List<?> changes) {
            changes(changes, lines);
        }
        boolean limits = entry.action().equals(LIMITS_CHANGED);
        boolean pay = entry.action().startsWith("payroll.");
        if (limits) {
            LimitChanges.lines(entry.details(), lines);
        } else if (pay) {
            PayChanges.lines(entry.details(), lines);
        }
        entry.details().forEach((name, value) -> {
            if (says(value) && !limits && !pay && !SILENT.contains(name)) {
                lines.add(t("trail.detail", label(name), detail(entry.action(), name, value)));
            }
        });
        entry.texts()
                .forEach((name, text) ->
                        lines.add(t("trail.detail", textLabel(name), text == null ? t("trail.erased") : text)));
        return lines;
    }

    /** Nothing, no and none are not worth a line. */
    private static boolean says(@Nullable Object value) {
        return value != null
                && !Boolean.FALSE.equals(value)
                && !Long.valueOf(0).equals(value)
                && !List.of().equals(value);
    }

    private void changes(List<?> changes, List<String> lines) {
        if (changes.size() > MOST_CHANGES) {
            return;
        }
        for (var change : changes) {
            if (change instanceof Map<?, ?> map && map.get("field") instanceof String field) {
                lines.add(t(
                        "trail.change",
                        t("sessions.field." + field),
                        value(field, map.get("before")),
                        value(field, map.get("after"))));
            }
        }
    }

    private String value(String field, @Nullable Object value) {
        if (value == null) {
            return t("trail.empty");
        }
        return switch (field) {
            case "DRIVER" -> names.driver(value.toString());
            case "VEHICLE" -> names.vehicle(value.toString());
            case "TYPE" -> t("sessions.type." + value);
            default -> plain(value);
        };
    }

    private String detail(String action, String name, Object value) {
        if ("reason".equals(name) && action.startsWith("session.")) {
            return t("sessions.reason." + value);
        }
        if ("reason".equals(name) && action.startsWith("delivery.")) {
            // OnTime's own words follow.
            return "REFUSED".equals(value) ? t("trail.refused") : t("deliveries.reason." + value);
        }
        if (action.startsWith("filing.") && ("kind".equals(name) || "ending".equals(name))) {
            return t("intake.file." + name + "." + value);
        }
        return switch (name) {
            case "signedBy", "closedBy" -> people.name(UUID.fromString(value.toString()));
            case "driverSeconds", "dispatcherSeconds" -> SettledDetails.time(value);
            case "late" -> t("trail.late." + value);
            case "warnings" -> SettledDetails.warnings(value);
            case "field" -> t("sessions.field." + value);
            case "role" -> t("role." + value);
            case "then" -> t("trail.then." + value);
            case "rule" -> t("problem.brief." + value);
            default -> plain(value);
        };
    }

    private String plain(Object value) {
        return switch (value) {
            case Number number -> NumberFormat.getIntegerInstance(Locale.US).format(number);
            case Boolean _ -> t("trail.yes");
            case String text -> time(text);
            default -> value.toString();
        };
    }

    private String time(String text) {
        try {
            return times.apply(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }

    /** Details have a "from" too, the first day of a list. */
    private static String textLabel(String name) {
        return name.equals(Origin.TEXT) ? t("trail.label.address") : label(name);
    }

    private static String label(String name) {
        return t("trail.label." + name);
    }
}
