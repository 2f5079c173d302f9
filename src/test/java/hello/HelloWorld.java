package hello;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Boot, Vaadin, a pool, and of the portal the room that starts PostgreSQL. */
@SpringBootApplication(scanBasePackages = {"hello", "org.sessiondesk.database"})
public class HelloWorld {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(HelloWorld.class, args);
    }
}
