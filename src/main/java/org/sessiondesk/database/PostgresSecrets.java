package org.sessiondesk.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The embedded roles' random passwords, one file that only this user may read. */
final class PostgresSecrets {

    private final Properties passwords;

    private PostgresSecrets(Properties passwords) {
        this.passwords = passwords;
    }

    /** Reads the file, or makes it: whole or not at all. */
    static PostgresSecrets at(Path file) throws IOException {
        Properties passwords = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.load(reader);
            }
            return new PostgresSecrets(passwords);
        }
        SecureRandom random = new SecureRandom();
        for (String role :
                List.of(DatabaseRoles.SUPERUSER, DatabaseRoles.OWNER, DatabaseRoles.APP, DatabaseRoles.AUDITOR)) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            passwords.setProperty(role, HexFormat.of().formatHex(bytes));
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        ownedOnly(fresh);
        try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
            passwords.store(writer, "Session Desk: passwords of the embedded database's roles");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return new PostgresSecrets(passwords);
    }

    /** The login of one of the roles. */
    DatabaseAccess.Login login(String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new DatabaseRefused("pg.secret in the data folder holds no password of " + role
                    + "; bring the file back from the backup that the folder came from");
        }
        return new DatabaseAccess.Login(role, password);
    }

    /** An empty file that nobody else can read, not even for the moment before it is filled. */
    static void ownedOnly(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
