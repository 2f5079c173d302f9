/** The work bench: the list of sessions, its filters and the editor beside it. */
@NullMarked
package org.sessiondesk.ui.sessions;

import org.jspecify.annotations.NullMarked;
