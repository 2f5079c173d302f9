/**
 * The people who sign in to Session Desk: their roles, passwords and the guarding of the door. Knows the audit trail
 * and live news; it never knows what people do once inside.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "database", "live", "health", "audit"})
package org.sessiondesk.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
