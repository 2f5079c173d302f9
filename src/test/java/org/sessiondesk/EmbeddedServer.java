package org.sessiondesk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PostgreSQL below a portal's data folder, met past the portal. */
record EmbeddedServer(Path data) {

    /** The server's process dies as of {@code kill -9}. */
    void kill() {
        process().destroyForcibly();
    }

    /** It can't be started until it may. */
    void keepDown() {
        move(program(), away());
    }

    void mayStart() {
        if (Files.exists(away())) {
            move(away(), program());
        }
    }

    /** Nothing of it moves, and nobody's connection ends. */
    void freeze() {
        toAll("kill", "-STOP");
    }

    void thaw() {
        toAll("kill", "-CONT");
    }

    /** How many of the portals' statements wait for a lock. */
    long heldUp() {
        return JdbcClient.create(as("postgres")).sql("""
                        select count(*) from pg_stat_activity where datname = 'sessiondesk' and wait_event_type = 'Lock'
                        """).query(Long.class).single();
    }

    /** An administrator ends every connection but their own. */
    void cutConnections() {
        JdbcClient.create(as("postgres")).sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = 'sessiondesk' and pid <> pg_backend_pid()
                        """).query(row -> {});
    }

    /** From now on no file of it may grow past a page, however often it is started, until it {@link #mayStart}. */
    void limitFiles() {
        keepDown();
        try {
            Files.writeString(program(), "#!/bin/sh\nexec prlimit --fsize=8192: '%s' \"$@\"\n".formatted(away()));
            Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        toAll("prlimit", "--fsize=8192:", "--pid");
    }

    /** Also those that run on under their limit. */
    void mayGrow() {
        mayStart();
        ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().command().orElse("").contains("/pg-bin/"))
                .sorted(Comparator.comparing(ProcessHandle::pid))
                .forEach(each -> to(each, "prlimit", "--fsize=unlimited:", "--pid"));
    }

    /** As the role that may all of the portal's tables. */
    PGSimpleDataSource asOwner() {
        return as("sessiondesk_owner");
    }

    /** For another portal, to which it is an external database. */
    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", as("sessiondesk_app").getURL(),
                "spring.datasource.username", "sessiondesk_app",
                "spring.datasource.password", password("sessiondesk_app"),
                "spring.flyway.user", "sessiondesk_owner",
                "spring.flyway.password", password("sessiondesk_owner"));
    }

    private PGSimpleDataSource as(String role) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/sessiondesk");
        database.setUser(role);
        database.setPassword(password(role));
        return database;
    }

    private ProcessHandle process() {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip())).orElseThrow();
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("pg/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password(String role) {
        try (Reader secret = Files.newBufferedReader(data.resolve("pg.secret"))) {
            Properties passwords = new Properties();
            passwords.load(secret);
            return passwords.getProperty(role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path program() {
        try (Stream<Path> versions = Files.list(data.resolve("pg-bin"))) {
            return versions.filter(Files::isDirectory).findFirst().orElseThrow().resolve("bin/postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path away() {
        return program().resolveSibling("postgres.away").toAbsolutePath();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of them first: it begets the others, which come and go. */
    private void toAll(String... command) {
        to(process(), command);
        process().children().forEach(child -> to(child, command));
    }

    private static void to(ProcessHandle process, String... command) {
        try {
            int code = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(String.valueOf(process.pid())))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0 && process.isAlive()) {
                throw new AssertionError(String.join(" ", command) + " doesn't reach process " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
