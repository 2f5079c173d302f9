package org.sessiondesk.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sessiondesk.database.DataFolder;
import org.springframework.stereotype.Component;

/** Where this portal keeps the files that people bring: below its data folder, so no other one has them. */
@Component
final class IntakeFolder {

    private final Path path;
    private final Set<UUID> leftBehind;

    /** Whatever lies there is of a portal that is gone: we hold the data folder's lock. */
    IntakeFolder(DataFolder data) throws IOException {
        this.path = Files.createDirectories(data.path().resolve("intake"));
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        this.leftBehind = Set.copyOf(emptied());
    }

    Path path() {
        return path;
    }

    /** The files that the portal before this one had in hand when it was killed. */
    Set<UUID> leftBehind() {
        return leftBehind;
    }

    private Set<UUID> emptied() throws IOException {
        var ids = new HashSet<UUID>();
        try (var left = Files.list(path)) {
            for (Path file : left.toList()) {
                UploadedFile.idOf(file).ifPresent(ids::add);
                Files.deleteIfExists(file);
            }
        }
        return ids;
    }
}
