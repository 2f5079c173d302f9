/**
 * The site's gate to OnTime, shared by all instances: closed, paused, out of reach, and how many calls are left.
 * Knows OnTime's reasons and limits, the trail and live news; neither readings nor deliveries, which both ask here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "database", "live", "health", "audit", "ontime", "account"})
package org.sessiondesk.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
