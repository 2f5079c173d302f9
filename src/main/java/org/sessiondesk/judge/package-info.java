/**
 * Reads the lines of vehicles and drivers and says which sessions contradict them, and what was probably meant. Values
 * in, findings out: it knows the values of a session, OnTime's types and the site's unit, and neither database, clock
 * nor screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"site", "ontime", "session"})
package org.sessiondesk.judge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
