package org.sessiondesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
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

    /** This JVM alone, compiler and collector included. */
    static double ownMillis() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }

    /** What this JVM started: PostgreSQL. */
    static double childrenMillis() {
        return ProcessHandle.current().descendants().mapToDouble(Cpu::of).sum();
    }

    /** By the scheduler's own nanoseconds: the clock ticks of {@code stat} are 10 ms wide. */
    private static double of(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "schedstat"));
            return Long.parseLong(stat.substring(0, stat.indexOf(' '))) / 1e6;
        } catch (IOException gone) {
            return 0;
        }
    }
}
