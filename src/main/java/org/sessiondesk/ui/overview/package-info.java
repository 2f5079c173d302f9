/** Overview: what waits for somebody now, a line each, and the way there. */
@NullMarked
package org.sessiondesk.ui.overview;

import org.jspecify.annotations.NullMarked;
