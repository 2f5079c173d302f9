package org.sessiondesk.account;

import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Turns passwords into hashes and checks them: Argon2id, named in each hash, so that a later algorithm can take over at
 * the next sign-in.
 */
@Component
class Passwords {

    private static final String ALGORITHM = "argon2@SpringSecurity_v5_8";

    /** Without letters that are taken for others when read out. 30^16 is past 78 bits. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            ALGORITHM, Map.of(ALGORITHM, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final SecureRandom random = new SecureRandom();
    private final String nobodysHash = hash(fresh());

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("an encoder answers a password with its hash");
        }
        return hash;
    }

    /** Takes as long without a hash as with one, so that the wait doesn't tell whether an account exists. */
    boolean match(String password, @Nullable String hash) {
        boolean matches = encoder.matches(password, hash == null ? nobodysHash : hash);
        return matches && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Four groups of four, good for reading out on the telephone. */
    String fresh() {
        StringBuilder password = new StringBuilder(19);
        for (int at = 0; at < 16; at++) {
            if (at > 0 && at % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
