/**
 * News between instances and who is busy with what: ids only, by PostgreSQL's LISTEN and NOTIFY. Knows no other room;
 * what an id means is the listener's business.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
