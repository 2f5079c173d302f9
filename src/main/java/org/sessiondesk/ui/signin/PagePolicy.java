package org.sessiondesk.ui.signin;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a page may load and run: only our own files, and of the scripts written into the page only those that this answer
 * marks. {@code unsafe-eval} stays, because Vaadin's client runs what the server sends it by it; inline styles stay,
 * because its components set them.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private static final String BASE = "default-src 'none'; base-uri 'self'; connect-src 'self'; font-src 'self' data:;"
            + " form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; manifest-src 'self';"
            + " style-src 'self' 'unsafe-inline'; ";

    static final String WITHOUT_SCRIPTS = BASE + "script-src 'self'";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        // Vaadin's own is milder.
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        page.getVaadinResponse()
                .setHeader("Content-Security-Policy", BASE + "script-src 'self' 'unsafe-eval' 'nonce-" + nonce + "'");
    }
}
