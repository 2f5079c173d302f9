package org.sessiondesk.ui.sessions.edit;

import java.util.List;

/** A sentence of the message bundle and what stands in its gaps. */
public record Phrase(String key, List<Object> gaps) {

    static Phrase of(String key, Object... gaps) {
        return new Phrase(key, List.of(gaps));
    }
}
