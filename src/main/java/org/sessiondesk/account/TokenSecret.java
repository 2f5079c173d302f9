package org.sessiondesk.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A token as its person holds it: a mark by which scanners of leaked secrets know it, and 256 random bits. */
record TokenSecret(String text) {

    private static final String MARK = "desk_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it can be one at all. */
    boolean hasForm() {
        return FORM.matcher(text).matches();
    }

    /** All that is stored of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Tells guesses apart, and tells nothing about them. */
    String trace() {
        return HexFormat.of().formatHex(hash(), 0, 8);
    }

    @Override
    public String toString() {
        return "TokenSecret";
    }
}
