package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.BrowserTest;

@BrowserTest
class HealthBrowserTest {

    @Test
    void whoever_watches_the_portal_needs_no_account(Page page) {
        assertThat(page.navigate("/actuator/health/liveness").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(page.navigate("/actuator/health/readiness").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_icon_is_where_browsers_look_for_it(Page page) {
        APIResponse icon = page.request().get("/favicon.ico");

        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.headers().get("content-type")).startsWith("image/svg+xml");
    }

    @Test
    void the_session_cookie_is_kept_from_scripts_and_other_sites_and_under_https_from_plain_http(Page page) {
        assertThat(sessionCookie(page, "http"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        page.context().clearCookies();
        assertThat(sessionCookie(page, "https")).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    /** As a proxy in front would ask for it. */
    private static String sessionCookie(Page page, String scheme) {
        return page
                .request()
                .get("/login", RequestOptions.create().setHeader("X-Forwarded-Proto", scheme))
                .headersArray()
                .stream()
                .filter(header -> header.name.equalsIgnoreCase("Set-Cookie") && header.value.startsWith("JSESSIONID"))
                .map(header -> header.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_else_of_the_portals_inside_is_shown(Page page) {
        assertThat(page.navigate("/actuator/env").text()).doesNotContain("SPRING_DATASOURCE");
        assertThat(page.navigate("/actuator/metrics").text()).doesNotContain("jvm.");
    }
}
