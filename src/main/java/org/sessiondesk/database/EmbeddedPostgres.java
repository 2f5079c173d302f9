package org.sessiondesk.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as our own child below the data folder: durable, reachable from this machine only, and gone when we are.
 * Whoever starts it holds the folder's lock, so that what is found running there can only be an orphan.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Crash recovery replays what was written since the last checkpoint: seconds, but a slow disk may need minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int TRIES = 4;
    private static final Duration BETWEEN_RESTARTS = Duration.ofMillis(500);

    private final DataFolder folder;
    private final PostgresCommands commands;
    private final Path cluster;
    private final Path logFile;
    private final PostgresSecrets secrets;
    private final List<String> settings;
    private final CountDownLatch closing = new CountDownLatch(1);
    private int port;
    private @Nullable PostgresChild child;

    private EmbeddedPostgres(
            DataFolder folder, PostgresCommands commands, PostgresSecrets secrets, List<String> settings) {
        this.folder = folder;
        this.commands = commands;
        this.cluster = folder.path().resolve("pg");
        this.logFile = folder.path().resolve("pg.log");
        this.secrets = secrets;
        this.settings = settings;
    }

    /**
     * Starts the server of this folder, making it at the first start, and sees to the roles and the database.
     *
     * @param settings {@code name=value} beside our own
     */
    static EmbeddedPostgres start(DataFolder folder, List<String> settings) {
        long began = System.nanoTime();
        Path data = folder.path();
        try {
            PostgresSecrets secrets = PostgresSecrets.at(data.resolve("pg.secret"));
            PostgresCommands commands = new PostgresCommands(PostgresBinaries.unpackedBelow(data.resolve("pg-bin")));
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, commands, secrets, settings);
            postgres.makeClusterIfMissing();
            new PostgresOrphans(commands, postgres.cluster, secrets).stop();
            postgres.startServer();
            try (Connection superuser = postgres.connectAsSuperuser(DatabaseRoles.SUPERUSER)) {
                new PostgresProvision(secrets).provide(superuser);
            }
            try (Connection superuser = postgres.connectAsSuperuser(DatabaseRoles.DATABASE)) {
                PostgresProvision.provideExtensions(superuser);
            }
            Thread.ofPlatform().daemon().name("embedded-postgres-keeper").start(postgres::keepRunning);
            log.info(
                    "Embedded PostgreSQL is ready on port {} after {} ms",
                    postgres.port,
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            return postgres;
        } catch (IOException | SQLException e) {
            throw new DatabaseRefused(
                    "The embedded PostgreSQL in " + data + " doesn't start: " + e.getMessage()
                            + "; its own words are in " + data.resolve("pg.log"),
                    e);
        }
    }

    /** How the portal reaches it. */
    DatabaseAccess access() {
        return new DatabaseAccess(url(DatabaseRoles.DATABASE), login(DatabaseRoles.APP), login(DatabaseRoles.OWNER));
    }

    /** Address of one of its databases. */
    String url(String database) {
        return url(port, database);
    }

    /** Name and password of one of its roles. */
    DatabaseAccess.Login login(String role) {
        return secrets.login(role);
    }

    /** For the launcher alone. */
    Connection connectAsSuperuser(String database) throws SQLException {
        return connect(url(database), secrets);
    }

    @Override
    public synchronized void close() throws IOException {
        closing.countDown();
        if (child == null || child.hasEnded()) {
            return;
        }
        commands.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        log.info("Embedded PostgreSQL has stopped");
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Connection connect(String url, PostgresSecrets secrets) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", DatabaseRoles.SUPERUSER);
        login.setProperty("password", secrets.login(DatabaseRoles.SUPERUSER).password());
        login.setProperty("connectTimeout", "5");
        login.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, login);
    }

    private void makeClusterIfMissing() throws IOException {
        if (Files.exists(cluster)) {
            String made = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!made.equals(commands.majorVersion())) {
                throw new DatabaseRefused("The data folder was made by PostgreSQL " + made + ", this portal carries "
                        + commands.majorVersion() + ": dump it with the old portal running and read it in, see"
                        + " docs/operations.md, Upgrade");
            }
            return;
        }
        // Beside it first: a folder half made by a killed first start must not look like a database.
        Path half = cluster.resolveSibling("pg.new");
        FileSystemUtils.deleteRecursively(half);
        Path password = cluster.resolveSibling("pg.password");
        Files.deleteIfExists(password);
        PostgresSecrets.ownedOnly(password);
        try {
            Files.writeString(password, secrets.login(DatabaseRoles.SUPERUSER).password());
            commands.run(
                    "initdb",
                    "--pgdata=" + half,
                    "--username=" + DatabaseRoles.SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + password,
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException, SQLException {
        for (int n = 1; ; n++) {
            port = freePort();
            if (startsOnItsPort()) {
                return;
            }
            // Another took the port meanwhile, or the last one's workers are still leaving.
            if (n == TRIES) {
                throw new IOException("it ended at once, " + TRIES + " times");
            }
            pause();
        }
    }

    private void pause() throws InterruptedIOException {
        try {
            var _ = closing.await(BETWEEN_RESTARTS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw PostgresChild.interrupted();
        }
    }

    private boolean startsOnItsPort() throws IOException, SQLException {
        PostgresChild started = startChild();
        return started != null
                && started.awaitReady(
                        () -> connectAsSuperuser(DatabaseRoles.SUPERUSER).close(), PATIENCE);
    }

    /** None while we close. */
    private synchronized @Nullable PostgresChild startChild() throws IOException {
        if (closing.getCount() == 0) {
            return null;
        }
        child = PostgresChild.start(commands.server(serverArguments()), logFile);
        return child;
    }

    /** Killed, crashed or out of disk: as often as it ends by itself it is started again. */
    private void keepRunning() {
        try {
            while (closing.getCount() > 0) {
                int code = endOfChild();
                if (!folder.isHeld()) {
                    // Somebody else's by now: whoever holds it has stopped what was left of ours.
                    return;
                }
                if (closing.getCount() > 0) {
                    log.warn("The embedded PostgreSQL ended by itself (exit code {}) and is started again", code);
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int endOfChild() throws InterruptedException {
        PostgresChild running;
        synchronized (this) {
            running = Objects.requireNonNull(child);
        }
        return running.awaitEnd();
    }

    /** On the same port, where the pool looks for it, and until it succeeds: a full disk may take its time. */
    private void startAgain() throws InterruptedException {
        long began = System.nanoTime();
        String told = "";
        do {
            String why;
            try {
                new PostgresOrphans(commands, cluster, secrets).stop();
                if (startsOnItsPort()) {
                    log.warn(
                            "Embedded PostgreSQL is back after {} ms",
                            Duration.ofNanos(System.nanoTime() - began).toMillis());
                    return;
                }
                why = "it ends at once, its own words are in " + logFile;
            } catch (IOException | SQLException e) {
                why = String.valueOf(e.getMessage());
            }
            if (!why.equals(told) && closing.getCount() > 0) {
                log.warn("The embedded PostgreSQL doesn't start yet and is tried again: {}", why);
                told = why;
            }
        } while (!closing.await(BETWEEN_RESTARTS.toMillis(), TimeUnit.MILLISECONDS));
    }

    private List<String> serverArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=60",
                "shared_buffers=256MB",
                "shared_preload_libraries=pg_stat_statements",
                "timezone=UTC",
                "log_timezone=UTC"));
        arguments.addAll(settings);
        List<String> spelled = new ArrayList<>(List.of("-D", cluster.toString()));
        arguments.forEach(setting -> spelled.addAll(List.of("-c", setting)));
        return spelled;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
