package org.sessiondesk.morning;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is written to each morning, and when.
 *
 * @param to addresses; none: nobody is
 * @param at a time of the site, as {@code 06:15}
 * @param from whom the mail says it is from; empty: the one it goes to
 * @param link the portal's address, as people open it; without it the mail has no links
 */
@ConfigurationProperties("sessiondesk.morning")
record MorningSettings(
        @DefaultValue List<String> to,
        @DefaultValue("06:15") String at,
        @DefaultValue("") String from,
        @DefaultValue("") String link) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    MorningSettings {
        to = to.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        to.forEach(address -> demandAddress("TO", address));
        if (!from.isBlank()) {
            demandAddress("FROM", from);
        }
        try {
            LocalTime.parse(at);
        } catch (DateTimeParseException e) {
            throw new ImpossibleSetting("SESSIONDESK_MORNING_AT", "is no time of day: " + at, "06:15");
        }
        if (!link.isBlank() && !isWeb(link)) {
            throw new ImpossibleSetting(
                    "SESSIONDESK_MORNING_LINK", "is no address of a web page: " + link, "https://desk.example.com");
        }
        link = link.replaceAll("/+$", "");
    }

    /** Whether anybody is written to. */
    boolean isOn() {
        return !to.isEmpty();
    }

    LocalTime time() {
        return LocalTime.parse(at);
    }

    String sender() {
        return from.isBlank() ? to.getFirst() : from;
    }

    private static boolean isWeb(String link) {
        try {
            var uri = URI.create(link);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static void demandAddress(String name, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new ImpossibleSetting(
                    "SESSIONDESK_MORNING_" + name, "is no mail address: " + address, "office@example.com");
        }
    }
}
