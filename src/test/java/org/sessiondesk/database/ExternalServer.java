package org.sessiondesk.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A PostgreSQL that its administrator runs with {@code pg_ctl}: no portal started it, looks after it or stops it. */
public final class ExternalServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("target", "external-postgres");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PostgresCommands commands;
    private final PostgresSecrets secrets;
    private final Path cluster;
    private final Path log;
    private final Path program;
    private final Path hold;
    private final int port;

    private ExternalServer(Path folder) throws IOException, SQLException {
        Path home = PostgresBinaries.unpackedBelow(PROGRAMS.toAbsolutePath());
        commands = new PostgresCommands(home);
        secrets = PostgresSecrets.at(folder.resolve("pg.secret"));
        cluster = folder.resolve("pg");
        log = folder.resolve("pg.log");
        hold = folder.resolve("hold");
        program = slow(folder.resolve("postgres"), home.resolve("bin/postgres"));
        port = freePort();
        make(folder.resolve("pg.password"));
        pgCtl("start");
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try (var superuser = EmbeddedPostgres.connect(url(DatabaseRoles.SUPERUSER), secrets)) {
            new PostgresProvision(secrets).provide(superuser);
        }
    }

    /** With the three roles and an empty database, as docs/operations.md says. */
    public static ExternalServer start(Path folder) {
        try {
            return new ExternalServer(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a portal. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url(DatabaseRoles.DATABASE),
                "spring.datasource.username", DatabaseRoles.APP,
                "spring.datasource.password", secrets.login(DatabaseRoles.APP).password(),
                "spring.flyway.user", DatabaseRoles.OWNER,
                "spring.flyway.password", secrets.login(DatabaseRoles.OWNER).password());
    }

    /** {@code pg_ctl restart -m immediate}: it ends without a word to anybody and recovers; done when it answers. */
    public CompletableFuture<Void> restart() {
        return CompletableFuture.runAsync(() -> pgCtl("restart", "-m", "immediate"));
    }

    /** A machine that takes its time: the next start goes no further than this until it may. */
    public void keepDown() {
        try {
            Files.createFile(hold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It goes on. */
    public void mayStart() {
        try {
            Files.deleteIfExists(hold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        mayStart();
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            pgCtl("stop", "-m", "fast");
        }
    }

    private void make(Path password) throws IOException {
        PostgresSecrets.ownedOnly(password);
        Files.writeString(password, secrets.login(DatabaseRoles.SUPERUSER).password());
        commands.run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + DatabaseRoles.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C");
        Files.writeString(cluster.resolve("postgresql.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                """.formatted(port), StandardOpenOption.APPEND);
    }

    /** The server's program behind the hold. */
    private Path slow(Path script, Path postgres) throws IOException {
        Files.writeString(script, """
                #!/bin/sh
                while [ -e '%s' ]; do sleep 0.1; done
                exec '%s' "$@"
                """.formatted(hold, postgres));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void pgCtl(String what, String... how) {
        try {
            commands.run("pg_ctl", arguments(what, how));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] arguments(String what, String... how) {
        var arguments = new ArrayList<>(List.of(what, "-D", cluster.toString(), "-w"));
        arguments.addAll(List.of("-t", String.valueOf(PATIENCE.toSeconds())));
        arguments.addAll(List.of(how));
        if (!what.equals("stop")) {
            arguments.addAll(List.of("-l", log.toString(), "-p", program.toString()));
        }
        return arguments.toArray(String[]::new);
    }

    private String url(String database) {
        return EmbeddedPostgres.url(port, database);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
