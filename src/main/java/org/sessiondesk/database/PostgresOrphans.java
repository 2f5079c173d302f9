package org.sessiondesk.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a killed portal left behind: a server still running is stopped, a pid file that speaks of nobody is taken
 * away. Only under the folder's lock.
 */
final class PostgresOrphans {

    private static final Logger log = LoggerFactory.getLogger(PostgresOrphans.class);

    private final PostgresCommands commands;
    private final Path cluster;
    private final PostgresSecrets secrets;

    PostgresOrphans(PostgresCommands commands, Path cluster, PostgresSecrets secrets) {
        this.commands = commands;
        this.cluster = cluster;
        this.secrets = secrets;
    }

    void stop() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : processOf(lines.getFirst());
        if (process.isPresent() && (runsOurCluster(process.get()) || answersForOurCluster(lines))) {
            log.warn("A PostgreSQL of an earlier run is still there (process {}): stopping it", lines.getFirst());
            commands.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "300");
        } else {
            // Pids repeat, in containers above all: the process of that number, if any, is somebody else's.
            log.info("Taking away the pid file of a PostgreSQL that is gone");
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> processOf(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean runsOurCluster(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    /** Where another's command line can't be read: the port that the file names is asked. */
    private boolean answersForOurCluster(List<String> lines) {
        if (lines.size() < 4) {
            return false;
        }
        String url;
        try {
            url = EmbeddedPostgres.url(Integer.parseInt(lines.get(3).strip()), DatabaseRoles.SUPERUSER);
        } catch (NumberFormatException e) {
            return false;
        }
        try (Connection connection = EmbeddedPostgres.connect(url, secrets);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).equals(cluster);
        } catch (SQLException e) {
            return false;
        }
    }
}
