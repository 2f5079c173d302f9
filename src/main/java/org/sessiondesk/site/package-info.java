/**
 * The site this desk works for: its name, zone and unit, and how a bad setting is refused. It knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
