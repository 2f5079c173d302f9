/** The application itself: it starts the rooms, one package each, and knows nothing more of them. */
@NullMarked
package org.sessiondesk;

import org.jspecify.annotations.NullMarked;
