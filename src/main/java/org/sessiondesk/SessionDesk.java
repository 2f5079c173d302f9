package org.sessiondesk;

import java.nio.file.Path;
import org.sessiondesk.database.DataFolder;
import org.sessiondesk.database.DatabaseRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Starts the portal. */
@SpringBootApplication
public class SessionDesk {

    /** Takes the data folder before anything else: a second portal on it is told so at once. */
    public static void main(String[] args) {
        DataFolder folder;
        try {
            folder = DataFolder.claim(dataFolder(args));
        } catch (DatabaseRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        SpringApplication desk = new SpringApplication(SessionDesk.class);
        desk.addInitializers(context -> context.getBeanFactory().registerSingleton("dataFolder", folder));
        try {
            desk.run(args);
        } catch (RuntimeException e) {
            // Reported already: in one line by StartFailureReporter, or at length by Spring Boot.
            System.exit(1);
        }
    }

    private static Path dataFolder(String[] args) {
        String argument = new SimpleCommandLinePropertySource(args).getProperty("sessiondesk.data-dir");
        if (argument != null) {
            return Path.of(argument);
        }
        return Path.of(
                System.getProperty("sessiondesk.data-dir", System.getenv().getOrDefault(DataFolder.SETTING, "data")));
    }
}
