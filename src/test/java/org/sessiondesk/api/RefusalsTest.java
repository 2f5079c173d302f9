package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

class RefusalsTest {

    @Test
    void a_role_that_may_not_look_is_told_so() throws IOException {
        var request = new MockHttpServletRequest("GET", Refusals.FINDINGS);
        request.setServletPath(Refusals.FINDINGS);
        var response = new MockHttpServletResponse();

        new Refusals().handle(request, response, new AccessDeniedException("by the lock on the list"));

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"status\":403,\"error\":\"The role of this token's person may not look at this.\"}");
    }

    @Test
    void what_was_to_be_a_file_is_none() throws IOException {
        var request = new MockHttpServletRequest("GET", Refusals.FINDINGS);
        request.setServletPath(Refusals.FINDINGS);
        var response = new MockHttpServletResponse();
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"findings.csv\"");

        new Refusals().handle(request, response, new AccessDeniedException("by the lock on the list"));

        assertThat(response.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }
}
