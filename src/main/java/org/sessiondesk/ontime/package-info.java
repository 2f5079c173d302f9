/**
 * The remote contract: OnTime's records as they come, its calls, and what each answer means. It knows the site's zone
 * (to read times that carry no mark) and nothing else of the portal: no session, no database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "site")
package org.sessiondesk.ontime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
