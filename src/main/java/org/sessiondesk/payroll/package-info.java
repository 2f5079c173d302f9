/**
 * How a site pays: on which day a night counts, which days are paid together, to what time is rounded; set by administrators.
 * Knows people, the trail and live news, no session: which days are settled it is told by a room above.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "live", "audit", "account", "worktime"})
package org.sessiondesk.payroll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
