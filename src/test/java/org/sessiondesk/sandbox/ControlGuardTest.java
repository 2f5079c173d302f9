package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ControlGuardTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/sandbox/control/faults");

    ControlGuardTest() {
        request.setRemoteAddr("127.0.0.1");
        request.setServerName("localhost");
        request.setServerPort(8080);
        request.addHeader(ControlGuard.HEADER, "1");
    }

    private boolean passes() throws Exception {
        var response = new MockHttpServletResponse();
        boolean passed = new ControlGuard().preHandle(request, response, this);
        assertThat(response.getStatus()).isEqualTo(passed ? 200 : 403);
        return passed;
    }

    @Test
    void a_change_from_this_machine_with_the_header_passes() throws Exception {
        assertThat(passes()).isTrue();
        request.addHeader("Origin", "http://localhost:8080");
        assertThat(passes()).isTrue();
    }

    @Test
    void a_change_without_the_header_is_refused_and_reading_is_not() throws Exception {
        request.removeHeader(ControlGuard.HEADER);
        assertThat(passes()).isFalse();
        request.setMethod("GET");
        assertThat(passes()).isTrue();
    }

    @Test
    void another_machine_is_refused() throws Exception {
        request.setRemoteAddr("192.168.1.7");
        assertThat(passes()).isFalse();
    }

    @Test
    void a_machine_that_only_says_it_is_this_one_is_refused() throws Exception {
        request.setAttribute(ForwardedMark.MARK, true);
        assertThat(passes()).isFalse();
    }

    @Test
    void a_foreign_name_for_this_machine_is_refused() throws Exception {
        request.setServerName("sandbox.example.org");
        assertThat(passes()).isFalse();
    }

    @Test
    void a_foreign_page_is_refused() throws Exception {
        request.addHeader("Origin", "http://localhost:9999");
        assertThat(passes()).isFalse();
    }
}
