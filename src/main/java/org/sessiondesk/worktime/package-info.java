/**
 * Working time: a day of the site with its bars, gaps and overlaps, what counts on which day, pay periods and hours as
 * they are paid. Values in, values out: it knows nothing of sessions, database, clock or screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
