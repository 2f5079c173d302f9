package org.sessiondesk.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a signed-in person. Holds no password. */
public final class SignedIn implements UserDetails {

    private static final long serialVersionUID = 1L;

    private volatile Person person;
    private volatile long rights;
    private volatile boolean initialPassword;
    private volatile Preferences preferences;

    /** Somebody who chose their own password and left the colours to their device. */
    public SignedIn(Person person) {
        this(person, 0, false, Preferences.USUAL);
    }

    SignedIn(Person person, long rights, boolean initialPassword, Preferences preferences) {
        this.person = person;
        this.rights = rights;
        this.initialPassword = initialPassword;
        this.preferences = preferences;
    }

    /**
     * The person behind the current request, UI task or security context.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static Person now() {
        return current()
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"))
                .person();
    }

    /** The principal of the current request, UI task or security context; empty if nobody is signed in. */
    public static Optional<SignedIn> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** Whether the password is still the one an administrator handed over: choosing an own one comes first. */
    public boolean hasInitialPassword() {
        return initialPassword;
    }

    /** How this person likes to work. */
    public Preferences preferences() {
        return preferences;
    }

    /** Under which count of changes to this person's rights the browser was let in. */
    long rights() {
        return rights;
    }

    /** Takes over what this person changed about themselves, so that this browser of theirs stays signed in. */
    void become(SignedIn changed) {
        person = changed.person;
        rights = changed.rights;
        initialPassword = changed.initialPassword;
        preferences = changed.preferences;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + person.role()));
    }

    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return person.email();
    }

    @Override
    public boolean isEnabled() {
        return !person.disabled();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && person.id().equals(that.person.id());
    }

    @Override
    public int hashCode() {
        return person.id().hashCode();
    }
}
