/**
 * What corrections come to over a period: how many sessions were corrected, by whom and why, and what was corrected after it had
 * been signed. May join the tables of every room below; writes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package org.sessiondesk.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
