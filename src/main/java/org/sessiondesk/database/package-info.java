/**
 * Where everything is kept: the data folder with its lock, PostgreSQL in the box or outside it, the three roles, the
 * migrations' start and the database's clock. Knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.sessiondesk.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
