package org.sessiondesk.filing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sessiondesk.sheet.FileLimits;
import org.sessiondesk.sheet.FileRefusal.Why;
import org.sessiondesk.sheet.FileRefused;

/**
 * A file that a person sent, in a folder of its own until it is done with.
 *
 * @param name as the browser called it, cut and without control characters
 * @param sha256 of its bytes, in hexadecimal
 */
record UploadedFile(UUID id, Path path, String name, String sha256, UUID person) {

    private static final String ENDING = ".upload";
    private static final int LONGEST_NAME = 200;
    private static final int BUFFER = 64 << 10;
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{C}]+");

    /** Keeps what comes, up to the size that is taken. */
    static UploadedFile receive(UUID id, Path folder, String name, UUID person, InputStream in) throws IOException {
        Path path = folder.resolve(id + ENDING);
        var digest = digest();
        try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > FileLimits.MOST_BYTES) {
                    throw new FileRefused(Why.TOO_BIG, 0);
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new UploadedFile(id, path, shown(name), HexFormat.of().formatHex(digest.digest()), person);
    }

    /** One of which nothing was kept. */
    static UploadedFile notKept(UUID id, Path folder, String name, UUID person) {
        return new UploadedFile(id, folder.resolve(id + ENDING), shown(name), "", person);
    }

    /** The file that is kept here, if it is one that somebody sent. */
    static Optional<UUID> idOf(Path path) {
        String name = path.getFileName().toString();
        try {
            return name.endsWith(ENDING)
                    ? Optional.of(UUID.fromString(name.substring(0, name.length() - ENDING.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Where its bad rows are kept. */
    Path badRows() {
        return path.resolveSibling(id + ".bad");
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(badRows());
    }

    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String line = UNSHOWABLE.matcher(last).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
