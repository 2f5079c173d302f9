package org.sessiondesk.database;

import java.nio.file.Path;
import java.util.List;

/** The embedded database and nothing of the portal over it, in a process that can be killed. */
final class PostgresHolder {

    private PostgresHolder() {}

    public static void main(String[] args) throws InterruptedException {
        DataFolder folder = DataFolder.claim(Path.of(System.getenv(DataFolder.SETTING)));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, List.of());
        System.out.println("Holding " + postgres.access().url());
        Thread.currentThread().join();
    }
}
