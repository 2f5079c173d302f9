/** What the tests share: a real PostgreSQL with a fresh database each, a real browser, a portal in a process of its own. */
@NullMarked
package org.sessiondesk.testing;

import org.jspecify.annotations.NullMarked;
