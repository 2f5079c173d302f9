package org.sessiondesk.audit;

import java.util.Optional;

/**
 * Where the request being answered comes from; implemented by a room above that knows requests. When there is one, the
 * trail keeps its address with each fact of a person, as the erasable text {@link #TEXT}.
 */
public interface Origin {

    /** The name of the text that holds the address; a fact that brings its own keeps it. */
    String TEXT = "from";

    /** The client's address; empty when this thread answers nobody. */
    Optional<String> address();
}
