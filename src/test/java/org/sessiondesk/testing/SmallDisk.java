package org.sessiondesk.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder on a disk of its own that can be filled up; where nobody may mount one, a folder like any other. */
public final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 400;

    private final Path folder;
    private final boolean mounted;

    private SmallDisk(Path folder, boolean mounted) {
        this.folder = folder;
        this.mounted = mounted;
    }

    /** Below {@code target}, gone when closed. */
    public static SmallDisk mount() {
        Path folder = PortalProcess.newDataFolder();
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "none", folder.toString()));
        return new SmallDisk(folder, mounted);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Whether it has an end of its own. */
    public boolean canBeFilled() {
        return mounted;
    }

    /** Leaves no byte free. */
    public void fill() {
        for (int block : new int[] {1 << 20, 1 << 12}) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("filler-" + block))) {
                byte[] bytes = new byte[block];
                for (int n = 0; n < MEGABYTES << 20; n += block) {
                    out.write(bytes);
                }
            } catch (IOException full) {
                // As intended.
            }
        }
    }

    /** Gives the room back. */
    public void free() {
        try {
            for (int block : new int[] {1 << 20, 1 << 12}) {
                Files.deleteIfExists(folder.resolve("filler-" + block));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run(List.of("umount", "-l", folder.toString()));
        }
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
