/**
 * Files of records as rows: CSV or JSON, read once and strictly, in bounded memory, refused in words where they are
 * something else. Knows the text of a record, and nothing of what its members mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ontime"})
package org.sessiondesk.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
