package org.sessiondesk.testing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** People with an account, put straight into the database. */
public final class TestPeople {

    /** Everybody's. */
    public static final String PASSWORD = "thirty-six drivers, one desk";

    private static final String HASH = "{argon2@SpringSecurity_v5_8}"
            + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

    private static final AtomicLong NUMBER = new AtomicLong();

    private static final Map<String, Role> DEMO = Map.of(
            "anna@demo.test", Role.SUPERVISOR,
            "omar@demo.test", Role.SUPERVISOR,
            "pia@demo.test", Role.PAYROLL,
            "ines@demo.test", Role.AUDITOR,
            "admin@demo.test", Role.ADMINISTRATOR);

    private final TestDatabase database;

    public TestPeople(TestDatabase database) {
        this.database = database;
    }

    /** Somebody nobody else's test knows. */
    public Person add(Role role) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + NUMBER.incrementAndGet();
        return add(name + "@people.test", name, role);
    }

    /** Somebody with this address. */
    public Person add(String email, String name, Role role) {
        Person person = new Person(UUID.randomUUID(), email, name, role, false);
        insert(person);
        return person;
    }

    /** Somebody of the demo: anna and omar (supervisors), pia (payroll), ines (auditor), admin; others stay as they are. */
    void provide(String email) {
        Role role = DEMO.get(email);
        if (role != null) {
            String first = email.substring(0, email.indexOf('@'));
            insert(new Person(
                    UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    email,
                    first.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + first.substring(1),
                    role,
                    false));
        }
    }

    private void insert(Person person) {
        database.sql()
                .sql("""
                        insert into account (id, version, email, name, role, password_hash, disabled, rights,
                                             colour_scheme, created_at)
                        values (:id, 0, :email, :name, :role, :hash, false, 0, 'SYSTEM', now())
                        on conflict (email) do nothing""")
                .param("id", person.id())
                .param("email", person.email())
                .param("name", person.name())
                .param("role", person.role().name())
                .param("hash", HASH)
                .update();
    }
}
