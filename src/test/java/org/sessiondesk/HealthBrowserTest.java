package org.sessiondesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
    void nothing_else_of_the_portals_inside_is_shown(Page page) {
        assertThat(page.navigate("/actuator/env").text()).doesNotContain("SPRING_DATASOURCE");
        assertThat(page.navigate("/actuator/metrics").text()).doesNotContain("jvm.");
    }
}
