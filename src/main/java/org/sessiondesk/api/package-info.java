/**
 * What programs of payroll and reporting read over HTTP, with a personal token, as JSON or CSV; nothing can be changed
 * here. Knows the door for tokens and what leaves the desk as a file; no SQL and no screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"health", "account", "report"})
package org.sessiondesk.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
