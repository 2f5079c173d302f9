package org.sessiondesk.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A jar with what it is started with, and the page by which one sees that it serves. */
record StartedJar(Path jar, Path dataFolder, String page, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    /** Starts it with {@code java -jar}, stops it again, and says how long the page took to come. */
    double millisToFirstPage() throws IOException, InterruptedException {
        int port = freePort();
        Path log = Path.of("target", "bench", jar.getFileName() + ".log");
        Files.createDirectories(log.getParent());
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().keySet().removeIf(name -> name.matches("(SESSIONDESK|SPRING|SERVER|JAVA)_.*"));
        java.environment().putAll(environment);
        java.environment().put("SESSIONDESK_DATA_DIR", dataFolder.toString());
        java.environment().put("SERVER_PORT", String.valueOf(port));
        long began = System.nanoTime();
        Process process = java.start();
        try {
            URI uri = URI.create("http://localhost:" + port + page);
            while (!isServed(uri)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("no page came:\n" + Files.readString(log));
                }
                Thread.sleep(LOOK_EVERY);
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static boolean isServed(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setReadTimeout((int) PATIENCE.toMillis());
            try (var bytes = connection.getInputStream()) {
                return connection.getResponseCode() == 200 && bytes.readAllBytes().length > 0;
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
