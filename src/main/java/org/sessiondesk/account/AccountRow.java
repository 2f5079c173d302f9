package org.sessiondesk.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** An account as stored. Whatever changes what its person may do also counts {@code rights} up. */
@Entity
@Table(name = "account")
class AccountRow {

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private @Nullable UUID id;

    @Version
    private int version;

    private String email;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String passwordHash;
    private @Nullable Instant initialUntil;
    private boolean disabled;
    private long rights;

    @Enumerated(EnumType.STRING)
    private ColourScheme colourScheme = Preferences.USUAL.colourScheme();

    private boolean signKeys = Preferences.USUAL.signKeys();

    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AccountRow() {}

    AccountRow(
            String email,
            String name,
            Role role,
            String passwordHash,
            @Nullable Instant initialUntil,
            Instant createdAt) {
        this.email = email;
        this.name = name;
        this.role = role;
        this.passwordHash = passwordHash;
        this.initialUntil = initialUntil;
        this.createdAt = createdAt;
    }

    Person person() {
        if (id == null) {
            throw new IllegalStateException("an account has its id once it is stored");
        }
        return new Person(id, email, name, role, disabled);
    }

    SignedIn signedIn() {
        return new SignedIn(person(), rights, initialUntil != null, preferences());
    }

    boolean mayEnter(Instant now) {
        return !disabled && (initialUntil == null || now.isBefore(initialUntil));
    }

    boolean isActiveAdministrator() {
        return role == Role.ADMINISTRATOR && !disabled;
    }

    String passwordHash() {
        return passwordHash;
    }

    long rights() {
        return rights;
    }

    void take(Role newRole) {
        role = newRole;
        rights++;
    }

    void disable() {
        disabled = true;
        rights++;
    }

    void enable() {
        disabled = false;
        rights++;
    }

    void initialPassword(String hash, Instant until) {
        passwordHash = hash;
        initialUntil = until;
        rights++;
    }

    void ownPassword(String hash) {
        passwordHash = hash;
        initialUntil = null;
        rights++;
    }

    /** The same password under a stronger hash: nobody's rights change. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    void rename(String newName) {
        name = newName;
    }

    Preferences preferences() {
        return new Preferences(colourScheme, signKeys);
    }

    void prefer(Preferences preferences) {
        colourScheme = preferences.colourScheme();
        signKeys = preferences.signKeys();
    }
}
