package org.sessiondesk.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes a connection without a byte of answer, which no servlet can ask for. */
final class ConnectionCutter extends ValveBase {

    private static final String ASKED = ConnectionCutter.class.getName();

    ConnectionCutter() {
        super(true);
    }

    /** Nothing of the answer to this request leaves. */
    static void cut(HttpServletRequest request) {
        request.setAttribute(ASKED, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(ASKED) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
