/**
 * The morning line: once a day, where somebody asked for it, a mail that says what waits and where. May know what the
 * overview counts, what is signed, and the trail; counts and links leave, no names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "audit", "account", "worktime", "signoff", "fleet"})
package org.sessiondesk.morning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
