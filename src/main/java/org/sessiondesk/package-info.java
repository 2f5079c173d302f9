/** Starts the rooms, one package each, and says in one line why a start ends. Knows of them only how they refuse. */
@NullMarked
package org.sessiondesk;

import org.jspecify.annotations.NullMarked;
