/**
 * A stand-in OnTime for the demo and the tests: the documented calls, a fleet with planted mistakes, and faults on
 * demand. It is reached only over HTTP, knows no room and is known by none.
 */
@NullMarked
@ApplicationModule(
        displayName = "OnTime sandbox",
        allowedDependencies = {})
package org.sessiondesk.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
