package org.sessiondesk.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A portal in a process of its own, as an operator starts it; can be killed as the power cut does. */
public final class PortalProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String SERVES = "Session Desk is ready on ";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Process process;
    private final Path output;

    private PortalProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** A portal in production on this data folder, with nothing set but what is said. */
    public static Setup on(Path dataFolder) {
        return new Setup().with("SESSIONDESK_DATA_DIR", dataFolder.toString());
    }

    /** A new folder below {@code target}. */
    public static Path newDataFolder() {
        try {
            Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(Path.of("target", "test-data"), "portal-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it serves. */
    public PortalProcess awaitReady() {
        awaitOutput("Started SessionDesk in ");
        return this;
    }

    /** Waits until it has said this; fails at once if it ends before. */
    public void awaitOutput(String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> output().contains(text) || !process.isAlive());
        if (!output().contains(text)) {
            throw new AssertionError("the portal ended before it said \"" + text + "\":\n" + output());
        }
    }

    /** Waits for its end and tells its exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the portal doesn't end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** {@code kill -STOP}: it stands still, with all that it holds. */
    public void freeze() {
        signal("STOP");
    }

    /** {@code kill -CONT}: it goes on where it stood. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("the portal got no " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** {@code kill -TERM}, and waits until it is gone. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** All that it said, on both streams. */
    public String output() {
        try {
            return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves, without a slash at the end, as it says itself. */
    public String address() {
        awaitOutput(SERVES);
        return output().replaceFirst("(?s).*" + SERVES + "(\\S+).*", "$1");
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
            stop();
        }
    }

    /** What a portal is started with. */
    public static final class Setup {

        private final Map<String, String> environment = new TreeMap<>();
        private final List<String> javaOptions =
                new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m"));

        private String classPath = ClassPath.ofThePortal();
        private String mainClass = "org.sessiondesk.SessionDesk";

        private Setup() {}

        /** Another program of the tests instead of the portal, for what needs only a part of it. */
        public Setup program(Class<?> program) {
            mainClass = program.getName();
            classPath = ClassPath.ofTheTests();
            return this;
        }

        /** Starts from what an earlier start prepared; see {@link Prepared}. */
        public Setup from(Prepared prepared) {
            classPath = prepared.classPath();
            return javaOption("-XX:AOTCache=" + prepared.cache());
        }

        Setup preparing(String jars, Path cache) {
            classPath = jars;
            return javaOption("-XX:AOTCacheOutput=" + cache);
        }

        /** An environment variable. */
        public Setup with(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** All that production asks for; OnTime is an address where nothing answers, and isn't read. */
        public Setup withWhatProductionNeeds() {
            TestSettings.ofTheSite().forEach((name, value) -> environment.putIfAbsent(asVariable(name), value));
            return this;
        }

        /** A database of the tests' server instead of the embedded one: quicker, and two portals can share it. */
        public Setup withDatabase(TestDatabase database) {
            TestSettings.of(database).forEach((name, value) -> environment.putIfAbsent(asVariable(name), value));
            return this;
        }

        /** A Spring profile: {@code demo} or {@code sandbox}. */
        public Setup profile(String name) {
            return with("SPRING_PROFILES_ACTIVE", name);
        }

        /** All that runs in it reads a clock that is wrong by this. */
        public Setup clockOffBy(Duration skew) {
            return javaOption(WrongClock.option(skew));
        }

        /** An option of the JVM. */
        public Setup javaOption(String option) {
            javaOptions.add(option);
            return this;
        }

        /** Starts it; it isn't ready yet. */
        public PortalProcess start() {
            try {
                // One that was free a moment ago may be another's once the portal gets there.
                environment.putIfAbsent("SERVER_PORT", "0");
                Path output = Path.of(
                        "target", "process", ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".log");
                Files.createDirectories(Path.of("target", "process"));
                List<String> command = new ArrayList<>();
                command.add(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
                command.addAll(javaOptions);
                command.addAll(List.of("-cp", classPath, mainClass));
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment()
                        .keySet()
                        .removeIf(name -> name.startsWith("SESSIONDESK_")
                                || name.startsWith("SPRING_")
                                || name.startsWith("SERVER_"));
                builder.environment().putAll(environment);
                return new PortalProcess(builder.start(), output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String asVariable(String property) {
            return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
    }
}
