package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sessiondesk.testing.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

class KilledPortalProcessTest {

    private static final String ADMIN = "admin@example.com";
    private static final String PASSWORD = "a sentence long enough";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final Path data = PortalProcess.newDataFolder();

    @Test
    void a_second_portal_on_the_same_folder_is_refused_in_one_line_that_names_the_first() {
        try (PortalProcess first = start().awaitReady()) {

            PortalProcess second = start();

            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.output().strip())
                    .startsWith("Session Desk is already running on " + data + " (process " + first.pid() + ")")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_killed_portal_starts_again_by_itself_and_has_lost_nothing_committed() throws Exception {
        PortalProcess killed = start().awaitReady();
        signIn(killed.address());
        killed.kill();

        try (PortalProcess next = start().awaitReady()) {
            assertThat(actions()).containsExactly("account.added", "account.signed-in");
            signIn(next.address());
            assertThat(next.stop()).isEqualTo(143);
        }
    }

    private PortalProcess start() {
        return PortalProcess.on(data)
                .withWhatProductionNeeds()
                .with("SESSIONDESK_FIRST_ADMIN_EMAIL", ADMIN)
                .with("SESSIONDESK_FIRST_ADMIN_PASSWORD", PASSWORD)
                .start();
    }

    /** By the form, as a browser sends it. What the portal has answered is committed. */
    private static void signIn(String address) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build()) {
            String page = browser.send(
                            HttpRequest.newBuilder(URI.create(address + "/login"))
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            Matcher token = TOKEN.matcher(page);
            assertThat(token.find()).as(page).isTrue();
            String form = "username=" + encoded(ADMIN) + "&password=" + encoded(PASSWORD) + "&_csrf="
                    + encoded(token.group(1));
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).doesNotContain("error"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the history holds, read past the portal. */
    private List<String> actions() throws IOException {
        Properties passwords = new Properties();
        try (Reader secret = Files.newBufferedReader(data.resolve("pg.secret"))) {
            passwords.load(secret);
        }
        int port = Integer.parseInt(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).strip());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/sessiondesk");
        database.setUser("sessiondesk_owner");
        database.setPassword(passwords.getProperty("sessiondesk_owner"));
        return JdbcClient.create(database)
                .sql("select action from audit_entry order by position")
                .query(String.class)
                .list();
    }
}
