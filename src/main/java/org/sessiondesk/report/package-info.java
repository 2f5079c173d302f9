/**
 * What leaves the desk as a file: lists as CSV, and for programs as JSON, streamed. Knows the work list and the trail,
 * which keeps who took what away.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"site", "database", "audit", "ontime", "account", "sheet", "filing", "judge", "worklist"
        })
package org.sessiondesk.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
