package org.sessiondesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessiondesk.testing.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresProcessTest {

    private final Path data = PortalProcess.newDataFolder();

    @Test
    void it_writes_through_to_the_disk_lets_nobody_in_without_a_password_and_counts_statements() throws IOException {
        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, List.of())) {
            JdbcClient app = as(postgres.access(), postgres.access().app());

            for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertThat(show(app, durable)).as(durable).isEqualTo("on");
            }
            assertThat(show(app, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(as(postgres.access(), postgres.access().owner())
                            .sql("select count(*) from pg_stat_statements")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(Files.readString(data.resolve("pg/pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#].*\\btrust\\b");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("pg.secret"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_killed_holder_takes_its_server_along_and_loses_nothing_committed() throws IOException {
        PortalProcess holder = holder();
        JdbcClient owner = ownerOf(holder);
        owner.sql("create table kept (n integer)").update();
        owner.sql("insert into kept values (42)").update();
        long server = serverPid();

        holder.kill();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> ProcessHandle.of(server).isEmpty());
        assertThatWhatWasKeptIsThere();
    }

    @Test
    void after_a_power_cut_it_recovers_by_itself() throws IOException {
        PortalProcess holder = holder();
        JdbcClient owner = ownerOf(holder);
        owner.sql("create table kept (n integer)").update();
        owner.sql("insert into kept values (42)").update();

        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
        server.destroyForcibly();
        holder.kill();

        assertThatWhatWasKeptIsThere();
    }

    @Test
    void a_server_that_ends_by_itself_is_started_again_where_it_was() throws IOException {
        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, List.of())) {
            JdbcClient owner = as(postgres.access(), postgres.access().owner());
            owner.sql("create table kept (n integer)").update();
            owner.sql("insert into kept values (42)").update();
            long killed = serverPid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() ->
                            owner.sql("select n from kept").query(Integer.class).single() == 42);
            assertThat(serverPid()).isNotEqualTo(killed);
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .as("closed, it isn't started again")
                .noneMatch(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.startsWith(data.toString())));
    }

    @Test
    void an_orphan_is_stopped_and_a_new_server_goes_on_with_its_data() throws IOException {
        DataFolder gone = DataFolder.claim(data);
        EmbeddedPostgres orphan = EmbeddedPostgres.start(gone, List.of());
        JdbcClient owner = as(orphan.access(), orphan.access().owner());
        owner.sql("create table kept (n integer)").update();
        owner.sql("insert into kept values (42)").update();
        long orphanPid = serverPid();
        gone.close();

        assertThatWhatWasKeptIsThere();
        await().until(() -> ProcessHandle.of(orphanPid).isEmpty());
    }

    @Test
    void a_pid_file_that_names_an_innocent_process_is_taken_away_and_the_process_stays() throws IOException {
        try (DataFolder folder = DataFolder.claim(data)) {
            EmbeddedPostgres.start(folder, List.of()).close();
        }
        Process innocent = new ProcessBuilder("sleep", "600").start();
        Files.writeString(
                data.resolve("pg/postmaster.pid"),
                innocent.pid() + "\n" + data.resolve("pg") + "\n0\n1\n\n127.0.0.1\n");

        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, List.of())) {
            assertThat(show(as(postgres.access(), postgres.access().app()), "fsync"))
                    .isEqualTo("on");
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void a_folder_that_somebody_holds_is_refused_in_one_line_that_names_the_holder() {
        PortalProcess holder = holder();
        try {
            assertThatThrownBy(() -> DataFolder.claim(data))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("(process " + holder.pid() + ")")
                    .hasMessageNotContaining("\n");
        } finally {
            holder.kill();
        }
    }

    private PortalProcess holder() {
        PortalProcess holder =
                PortalProcess.on(data).program(PostgresHolder.class).start();
        holder.awaitOutput("Holding jdbc:");
        return holder;
    }

    private JdbcClient ownerOf(PortalProcess holder) throws IOException {
        String url = holder.output().replaceFirst("(?s).*Holding (\\S+).*", "$1");
        DatabaseAccess.Login owner =
                PostgresSecrets.at(data.resolve("pg.secret")).login(DatabaseRoles.OWNER);
        return as(new DatabaseAccess(url, owner, owner), owner);
    }

    private void assertThatWhatWasKeptIsThere() throws IOException {
        try (DataFolder folder = DataFolder.claim(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, List.of())) {
            assertThat(as(postgres.access(), postgres.access().owner())
                            .sql("select n from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    private long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
    }

    private static String show(JdbcClient database, String setting) {
        return database.sql("select current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }

    private static JdbcClient as(DatabaseAccess access, DatabaseAccess.Login login) {
        return JdbcClient.create(new DriverManagerDataSource(access.url(), login.name(), login.password()));
    }
}
