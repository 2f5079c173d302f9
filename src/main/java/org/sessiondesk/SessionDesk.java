package org.sessiondesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. */
@SpringBootApplication
public class SessionDesk {

    public static void main(String[] args) {
        SpringApplication.run(SessionDesk.class, args);
    }
}
