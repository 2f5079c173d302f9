package org.sessiondesk.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.ontime.OnTimeUser;
import org.sessiondesk.ontime.OnTimeVehicle;

/** What users and vehicles are called, and in which order lists show them. */
final class Names {

    /** Longer than any name; a text of any length must not break an index. */
    private static final int LONGEST = 200;

    private static final int SHOWN_DIGITS_OF_ID = 8;
    private static final int PADDED_TO = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Names() {}

    /** {@code Ruiz, Marco}; the user name where OnTime has neither, then the id. */
    static String of(OnTimeUser user) {
        String name = Stream.of(user.lastName(), user.firstName())
                .map(Names::clean)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return first(user.id(), name, clean(user.userName()));
    }

    /** The Fleet ID, else the plate, else the id. */
    static String of(OnTimeVehicle vehicle) {
        return first(vehicle.id(), clean(vehicle.fleetId()), clean(vehicle.registrationPlate()));
    }

    /** So that {@code Van 2} comes before {@code Van 14} and {@code Émile} beside {@code Emil}. */
    static String sortable(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NUMBER.matcher(plain).replaceAll(number -> {
            String digits = number.group();
            return "0".repeat(Math.max(0, PADDED_TO - digits.length())) + digits;
        });
    }

    /** One line that PostgreSQL can keep; empty for none. */
    static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = BLANKS.matcher(UNSTORABLE.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }

    private static String first(UUID id, String... candidates) {
        return Stream.of(candidates)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id.toString().substring(0, SHOWN_DIGITS_OF_ID));
    }
}
