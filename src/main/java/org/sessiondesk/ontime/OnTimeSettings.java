package org.sessiondesk.ontime;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OnTime is and how it is talked to. An impossible value stops the start and names its environment variable.
 *
 * @param baseUrl the address before {@code /sites/…}, without a slash at the end; plain http to this machine only
 * @param companyId OnTime's company ID, as in its address
 * @param apiKey the key itself, or
 * @param apiKeyFile a file that holds it, read anew whenever a key is needed
 * @param authScheme a word before the key in {@code Authorization}; empty as in OnTime's own samples
 * @param read whether sessions, users and vehicles are read at all
 * @param readBeforeUpdate whether a record is read before an update is sent
 * @param readInterval from one list of sessions to the next
 * @param readDays how far back sessions are read
 * @param requestsPerSecond for readers; corrections don't wait for it
 * @param unmarkedTimes what a time without a zone mark means
 * @param unrecordedMileage how "not recorded" is written
 * @param connectTimeout until a connection stands
 * @param exchangeTimeout from the first byte we send to the last we get, the connecting included
 */
@ConfigurationProperties("sessiondesk.ontime")
public record OnTimeSettings(
        @DefaultValue("https://secure.ontime360.com") String baseUrl,
        @DefaultValue("") String companyId,
        @DefaultValue("") String apiKey,
        @Nullable Path apiKeyFile,
        @DefaultValue("") String authScheme,
        @DefaultValue("true") boolean read,
        @DefaultValue("true") boolean readBeforeUpdate,
        @DefaultValue("5m") Duration readInterval,
        @DefaultValue("14") int readDays,
        @DefaultValue("1") double requestsPerSecond,
        @DefaultValue("utc") UnmarkedTimes unmarkedTimes,
        @DefaultValue("zero") UnrecordedMileage unrecordedMileage,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration exchangeTimeout) {

    /** What a time without a zone mark means. */
    public enum UnmarkedTimes {
        UTC,
        SITE
    }

    /** How a mileage that nobody recorded is written to OnTime. */
    public enum UnrecordedMileage {
        ZERO,
        NULL
    }

    private static final Pattern COMPANY_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);
    private static final String EXAMPLE_FILE = "/run/secrets/ontime-api-key";
    private static final String EXAMPLE_URL = "https://secure.ontime360.com";

    public OnTimeSettings {
        baseUrl = withoutSlashes(baseUrl.strip());
        companyId = companyId.strip();
        authScheme = authScheme.strip();
        checkAddress(baseUrl);
        demand(!companyId.isEmpty(), "COMPANY_ID", "is missing", "acme, as in …/sites/acme/api");
        demand(
                COMPANY_ID.matcher(companyId).matches(),
                "COMPANY_ID",
                "has characters that can't stand in an address",
                "acme");
        boolean keyGiven = !apiKey.isBlank();
        if (apiKeyFile != null && apiKeyFile.toString().isBlank()) {
            apiKeyFile = null;
        }
        demand(
                keyGiven || apiKeyFile != null,
                "API_KEY",
                "is missing, and so is SESSIONDESK_ONTIME_API_KEY_FILE",
                "SESSIONDESK_ONTIME_API_KEY_FILE=" + EXAMPLE_FILE);
        demand(
                !keyGiven || apiKeyFile == null,
                "API_KEY",
                "and SESSIONDESK_ONTIME_API_KEY_FILE are both set",
                "only the file");
        if (ApiKey.of(apiKey, apiKeyFile) instanceof ApiKey.Current.Missing(String place, String what)) {
            throw new ImpossibleSetting(place, what, apiKeyFile == null ? "the key as OnTime shows it" : EXAMPLE_FILE);
        }
        demand(TOKEN.matcher(authScheme).matches(), "AUTH_SCHEME", "is not one plain word", "Bearer");
        demand(
                isBetween(readInterval, Duration.ofSeconds(1), Duration.ofDays(1)),
                "READ_INTERVAL",
                "is not 1s to 24h",
                "5m");
        demand(readDays >= 1 && readDays <= 366, "READ_DAYS", "is not 1 to 366", "14");
        demand(
                requestsPerSecond >= 0.01 && requestsPerSecond <= 1_000,
                "REQUESTS_PER_SECOND",
                "is not 0.01 to 1000",
                "1");
        demand(
                isBetween(connectTimeout, Duration.ofMillis(1), Duration.ofMinutes(5)),
                "CONNECT_TIMEOUT",
                "is not 1ms to 5m",
                "5s");
        demand(
                isBetween(exchangeTimeout, Duration.ofMillis(1), Duration.ofMinutes(10)),
                "EXCHANGE_TIMEOUT",
                "is not 1ms to 10m",
                "30s");
    }

    /** The path before a call's own part: {@code …/sites/{company-id}/api/}. */
    URI api() {
        return URI.create(baseUrl + "/sites/" + companyId + "/api/");
    }

    private static boolean isBetween(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private static void checkAddress(String baseUrl) {
        URI uri;
        try {
            uri = new URI(baseUrl);
        } catch (URISyntaxException e) {
            throw impossible("BASE_URL", "is not an address", EXAMPLE_URL);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        demand(
                host != null && (scheme.equals("https") || scheme.equals("http")),
                "BASE_URL",
                "is not an https address",
                EXAMPLE_URL);
        demand(
                uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null,
                "BASE_URL",
                "has more than host, port and path",
                EXAMPLE_URL);
        demand(
                scheme.equals("https") || LOOPBACK.matcher(host).matches(),
                "BASE_URL",
                "is plain http to another machine, which would show the key to the network",
                EXAMPLE_URL);
    }

    private static void demand(boolean possible, String name, String problem, String example) {
        if (!possible) {
            throw impossible(name, problem, example);
        }
    }

    private static ImpossibleSetting impossible(String name, String problem, String example) {
        return new ImpossibleSetting("SESSIONDESK_ONTIME_" + name, problem, example);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OnTimeSettings[%s, read=%s, requestsPerSecond=%s, unmarkedTimes=%s, key %s]"
                .formatted(
                        api(),
                        read,
                        requestsPerSecond,
                        unmarkedTimes,
                        apiKeyFile == null ? "given" : "in " + apiKeyFile);
    }
}
