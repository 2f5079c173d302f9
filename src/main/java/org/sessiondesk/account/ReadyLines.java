package org.sessiondesk.account;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The last words of the start: where the portal is and how to get in. To the terminal, not the log: a log is kept and
 * sent elsewhere, and a password or a link has no place there.
 */
@Component
class ReadyLines {

    private final FirstAdministrator firstAdministrator;
    private final Optional<DemoAccounts> demo;
    private volatile int port;

    ReadyLines(FirstAdministrator firstAdministrator, Optional<DemoAccounts> demo) {
        this.firstAdministrator = firstAdministrator;
        this.demo = demo;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        say(System.out);
    }

    void say(PrintStream terminal) {
        if (port == 0) {
            return;
        }
        String address = "http://localhost:" + port;
        StringBuilder lines = new StringBuilder("\nSession Desk is ready on " + address + "\n");
        demo.ifPresent(accounts -> lines.append("  demo sign-ins: ")
                .append(DemoAccounts.PEOPLE.stream()
                        .map(DemoAccounts.DemoPerson::email)
                        .collect(Collectors.joining(", ")))
                .append("; password: ")
                .append(accounts.password())
                .append('\n'));
        // Behind the '#', so that it reaches no server's log on the way.
        firstAdministrator
                .issueSecret()
                .ifPresent(secret -> lines.append("  nobody can sign in yet; open once: ")
                        .append(address)
                        .append("/setup#")
                        .append(secret)
                        .append('\n'));
        terminal.print(lines);
        terminal.flush();
    }
}
