package org.sessiondesk.account;

import java.util.Map;
import java.util.UUID;

/** Names of the people with an account, disabled ones included, for showing who did what. */
public interface People {

    /** All names by id; small and cached until an account changes. */
    Map<UUID, String> names();

    /** The name, or the first 8 digits of the id where no such person is known. */
    default String name(UUID id) {
        String name = names().get(id);
        return name != null ? name : id.toString().substring(0, 8);
    }
}
