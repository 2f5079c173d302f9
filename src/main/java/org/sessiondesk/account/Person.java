package org.sessiondesk.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody with an account.
 *
 * @param email what they sign in with, lower case
 * @param name as colleagues read it, such as {@code Omar Haddad}
 * @param disabled may not sign in; what they did stays under their name
 */
public record Person(UUID id, String email, String name, Role role, boolean disabled) implements Serializable {}
