/**
 * What people see: the shell, the head line, the messages and, in a package each, the screens. Speaks to the doors of
 * the rooms below and holds no SQL, no HTTP and no business rule.
 */
@NullMarked
@ApplicationModule
package org.sessiondesk.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
