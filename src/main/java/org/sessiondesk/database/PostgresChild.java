package org.sessiondesk.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** The server process. The death signal hangs on the thread that starts it, so that thread stays as long as it does. */
final class PostgresChild {

    private static final long LARGEST_LOG = 10_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Process process;

    private PostgresChild(Process process) {
        this.process = process;
    }

    static PostgresChild start(List<String> command, Path logFile) throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG) {
            Files.move(
                    logFile, logFile.resolveSibling(logFile.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().name("embedded-postgres").daemon().start(() -> keep(builder, started));
        try {
            return new PostgresChild(started.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /**
     * Looks until it answers.
     *
     * @return false if it ended instead
     */
    boolean awaitReady(Answer answer, Duration patience) throws IOException, SQLException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    answer.tried();
                    return true;
                } catch (SQLException e) {
                    // 08: nobody listens yet; 57P03: it is starting up or recovering.
                    String state = String.valueOf(e.getSQLState());
                    if (!state.startsWith("08") && !state.equals("57P03") || System.nanoTime() > end) {
                        throw e;
                    }
                }
            }
            return false;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits until it is gone and tells its exit code. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while starting PostgreSQL");
    }

    /** One try to reach the server. */
    interface Answer {
        void tried() throws SQLException;
    }
}
