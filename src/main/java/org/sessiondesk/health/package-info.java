/**
 * Whether the database can be worked with: what a failed statement means, readiness, and one plain line in the log when
 * that changes instead of a hundred stack traces. Knows no other room, only the pool.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
