/**
 * The trail of who did what, when and to which record: rooms append facts to it, people read it, and anybody can
 * recompute it. It knows no other room's types: accounts, sessions and deliveries appear as a kind and an id.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
