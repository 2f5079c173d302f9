package org.sessiondesk.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tokens are called, revoked ones included, for showing which program took something away. */
@Component
public class TokenNames {

    private final TokenRows tokens;

    TokenNames(TokenRows tokens) {
        this.tokens = tokens;
    }

    /** The names of those that there are, by id. */
    public Map<UUID, String> of(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : tokens.names(ids);
    }
}
