package org.sessiondesk.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Marks a request that came with a proxy's headers, before the portal's server makes addresses of them and takes them
 * away. Afterwards nothing tells such a request from one that was made here.
 */
final class ForwardedMark extends ValveBase {

    static final String MARK = ForwardedMark.class.getName();

    private ForwardedMark() {
        super(true);
    }

    /** Whether somebody else is said to be behind the request; anybody nearby can write that. */
    static boolean on(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto")
                .anyMatch(name -> request.getHeader(name) != null)) {
            request.setAttribute(MARK, true);
        }
        getNext().invoke(request, response);
    }

    /** Puts it before the valve that reads those headers. */
    static final class First implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addEngineValves(new ForwardedMark());
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
