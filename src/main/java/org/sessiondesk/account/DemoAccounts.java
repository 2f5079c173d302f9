package org.sessiondesk.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.database.DataFolder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's people. One password for all, made fresh for each data folder; never part of a production start. */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

    /** Somebody in the demo. */
    record DemoPerson(String email, String name, Role role) {}

    static final List<DemoPerson> PEOPLE = List.of(
            new DemoPerson("anna@demo.test", "Anna Berg", Role.SUPERVISOR),
            new DemoPerson("omar@demo.test", "Omar Haddad", Role.SUPERVISOR),
            new DemoPerson("pia@demo.test", "Pia Lindt", Role.PAYROLL),
            new DemoPerson("ines@demo.test", "Ines Duarte", Role.AUDITOR),
            new DemoPerson("admin@demo.test", "Sam Okafor", Role.ADMINISTRATOR));

    private final Path file;
    private final AccountRows rows;
    private final Passwords passwords;
    private final InstantSource clock;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    DemoAccounts(
            DataFolder folder,
            AccountRows rows,
            Passwords passwords,
            InstantSource clock,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.file = folder.path().resolve("demo.password");
        this.rows = rows;
        this.passwords = passwords;
        this.clock = clock;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean fresh = !Files.exists(file);
        if (fresh) {
            write(passwords.fresh());
        }
        String hash = passwords.hash(password());
        transaction.executeWithoutResult(_ -> PEOPLE.forEach(person -> provide(person, hash, fresh)));
    }

    /** What lets all of them in, unless one chose another since. */
    String password() {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provide(DemoPerson person, String hash, boolean fresh) {
        var known = rows.findByEmail(person.email());
        if (known.isPresent()) {
            if (fresh) {
                known.get().ownPassword(hash);
            }
            return;
        }
        var id = rows.save(new AccountRow(person.email(), person.name(), person.role(), hash, null, clock.instant()))
                .person()
                .id();
        trail.record(Fact.of("account.added", Actor.system())
                .about("account", id)
                .detail("role", person.role())
                .detail("demo", true)
                .text("email", person.email())
                .text("name", person.name()));
    }

    /** Whole or not at all, and nobody else's to read for a moment. */
    private void write(String password) {
        Path fresh = file.resolveSibling("demo.password.new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, password + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
