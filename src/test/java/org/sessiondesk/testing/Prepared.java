package org.sessiondesk.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * What makes the many starts of a long run cheap: the portal's classes as a jar, and the JVM's cache of how it loaded
 * and linked them once, as an installed service has it.
 */
public record Prepared(String classPath, Path cache) {

    /** Starts a portal once, and ends it. */
    public static Prepared by(PortalProcess.Setup first) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "process")).toAbsolutePath();
            Path jar = folder.resolve("portal.jar");
            Path classes = Path.of("target", "classes").toAbsolutePath();
            Path cache = folder.resolve("portal.aot");
            String classPath = Arrays.stream(ClassPath.ofThePortal().split(File.pathSeparator))
                    .map(entry -> Path.of(entry).toAbsolutePath().equals(classes) ? jar.toString() : entry)
                    .collect(Collectors.joining(File.pathSeparator));
            int failed = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
            if (failed != 0) {
                throw new IllegalStateException("no " + jar);
            }
            try (var portal = first.preparing(classPath, cache).start()) {
                portal.awaitReady();
                portal.stop();
            }
            return new Prepared(classPath, cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
