package org.sessiondesk.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that this process alone writes, held by a lock that the operating system frees however the process ends. */
public final class DataFolder implements AutoCloseable {

    /** What the folder is called in the environment. */
    public static final String SETTING = "SESSIONDESK_DATA_DIR";

    private static final String EXAMPLE = "for example " + SETTING + "=/var/lib/session-desk";

    /** One byte far past the text, so that others can still read in the file who holds it. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws DatabaseRefused if another process holds it (its process id is named), or it can't be written
     */
    public static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("desk.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            try {
                if (lock(channel) == null) {
                    throw inUse(path, holder(channel));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return new DataFolder(path, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseRefused(
                    SETTING + ": the folder " + path + " can't be written (" + e
                            + "); make it writable for this user or" + " choose another, " + EXAMPLE,
                    e);
        }
    }

    /** The folder itself, absolute. */
    public Path path() {
        return path;
    }

    /** Whether it is still ours to write. */
    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    private static DatabaseRefused inUse(Path path, String pid) {
        return new DatabaseRefused("Session Desk is already running on " + path + " (process " + pid
                + "); stop that one first or choose another folder, " + EXAMPLE);
    }
}
