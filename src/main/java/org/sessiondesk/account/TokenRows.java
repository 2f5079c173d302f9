package org.sessiondesk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored tokens; a revoked one stays, so that nobody gets its id or its secret a second time. */
@Repository
class TokenRows {

    /** A request of a program asks this one thing, so what was revoked or blocked is known to the next request. */
    static final String HOLDER = """
            select t.id as token, t.until, t.revoked_at, a.id, a.email, a.name, a.role, a.disabled, a.rights,
                a.initial_until is not null as initial
            from personal_token t join account a on a.id = t.person_id
            where t.secret_hash = :hash
            """;

    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose a token is, and whether it is one still. */
    record Holder(UUID token, SignedIn person, @Nullable Instant until, boolean revoked) {

        boolean mayEnter(Instant now) {
            return !revoked
                    && (until == null || now.isBefore(until))
                    && person.isEnabled()
                    && !person.hasInitialPassword();
        }
    }

    void add(UUID person, PersonalToken token, TokenSecret secret) {
        jdbc.sql("""
                        insert into personal_token (id, person_id, name, secret_hash, made_at, until)
                        values (:id, :person, :name, :hash, :made, :until)""")
                .param("id", token.id())
                .param("person", person)
                .param("name", token.name())
                .param("hash", secret.hash())
                .param("made", at(token.madeAt()))
                .param("until", token.until() == null ? null : at(token.until()))
                .update();
    }

    List<PersonalToken> of(UUID person) {
        return jdbc.sql("""
                        select id, name, made_at, until from personal_token
                        where person_id = ? and revoked_at is null order by made_at, id""")
                .param(person)
                .query((row, _) -> new PersonalToken(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(instant(row, "made_at")),
                        instant(row, "until")))
                .list();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name from personal_token where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean revoke(UUID id, UUID person, Instant now) {
        return jdbc.sql("update personal_token set revoked_at = :now"
                                + " where id = :id and person_id = :person and revoked_at is null")
                        .param("now", at(now))
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    int revokeAll(UUID person, Instant now) {
        return jdbc.sql("update personal_token set revoked_at = :now where person_id = :person and revoked_at is null")
                .param("now", at(now))
                .param("person", person)
                .update();
    }

    Optional<Holder> holder(TokenSecret secret) {
        return jdbc.sql(HOLDER)
                .param("hash", secret.hash())
                .query((row, _) -> holder(row))
                .optional();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        var person = new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("disabled"));
        return new Holder(
                row.getObject("token", UUID.class),
                new SignedIn(person, row.getLong("rights"), row.getBoolean("initial"), Preferences.USUAL),
                instant(row, "until"),
                row.getObject("revoked_at") != null);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
