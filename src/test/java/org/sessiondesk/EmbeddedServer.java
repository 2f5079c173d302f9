package org.sessiondesk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        move(program(), program().resolveSibling("postgres.away"));
    }

    void mayStart() {
        if (Files.notExists(program())) {
            move(program().resolveSibling("postgres.away"), program());
        }
    }

    /** An administrator ends every connection but their own. */
    void cutConnections() {
        JdbcClient.create(as("postgres")).sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = 'sessiondesk' and pid <> pg_backend_pid()
                        """).query(row -> {});
    }

    /** From now on no file of it may grow past a page; a server that is started anew knows nothing of it. */
    void limitFiles() {
        Stream.concat(Stream.of(process()), process().children())
                .forEach(each -> run(List.of("prlimit", "--pid", String.valueOf(each.pid()), "--fsize=8192")));
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

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
