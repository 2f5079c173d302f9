package org.sessiondesk.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /**
     * Unpacks the programs below the folder unless they are there.
     *
     * @return the folder that holds {@code bin/postgres}; its name changes with the archive, so an upgrade never mixes two
     * @throws DatabaseRefused if none are carried for this machine
     */
    static Path unpackedBelow(Path folder) throws IOException {
        String archive = "/postgres-" + system() + "-" + processor() + ".txz";
        URL resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new DatabaseRefused("No PostgreSQL in the box for " + system() + " on " + processor()
                    + ": point SPRING_DATASOURCE_URL at one, for example"
                    + " SPRING_DATASOURCE_URL=jdbc:postgresql://db.example.com:5432/sessiondesk");
        }
        Path home = folder.resolve(checksum(resource));
        if (Files.isDirectory(home)) {
            return home;
        }
        Path half = folder.resolve("unpacking");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectories(half);
        try (InputStream in = resource.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            unpack(tar, half);
        }
        Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("an entry of the archive points outside: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                makeRoom(file);
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                makeRoom(file);
                Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                if ((entry.getMode() & 0b001_000_000) != 0) {
                    Files.setPosixFilePermissions(file, RUNNABLE);
                }
            }
        }
    }

    private static void makeRoom(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.deleteIfExists(file);
    }

    private static String checksum(URL resource) {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(resource.openStream(), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
