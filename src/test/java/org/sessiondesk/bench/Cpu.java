package org.sessiondesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of this process with all that it started, PostgreSQL's processes among them. */
final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    /** So far. Of children only those that still run: a connection that was closed takes its time with it. */
    static double millis() {
        return ownMillis() + childrenMillis();
    }

    /**
     * This JVM alone, without its compilers: they are done at some time, later the more code there is, and a portal runs for
     * weeks. Run with {@code -XX:-UseDynamicNumberOfCompilerThreads}, else one that ends takes its time with it.
     */
    static double ownMillis() {
        return SYSTEM.getProcessCpuTime() / 1e6 - compilerMillis();
    }

    private static double compilerMillis() {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(Cpu::compiles)
                    .mapToDouble(thread -> of(thread.resolve("schedstat")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compiles(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
        } catch (IOException gone) {
            return false;
        }
    }

    /** What this JVM started: PostgreSQL. */
    static double childrenMillis() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(process -> of(Path.of("/proc", String.valueOf(process.pid()), "schedstat")))
                .sum();
    }

    /** By the scheduler's own nanoseconds: the clock ticks of {@code stat} are 10 ms wide. */
    private static double of(Path schedstat) {
        try {
            String stat = Files.readString(schedstat);
            return Long.parseLong(stat.substring(0, stat.indexOf(' '))) / 1e6;
        } catch (IOException gone) {
            return 0;
        }
    }
}
