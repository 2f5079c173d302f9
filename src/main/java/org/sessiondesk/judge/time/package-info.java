/** A driver's line: when somebody logged in and out, and how long they usually stay. */
@NullMarked
package org.sessiondesk.judge.time;

import org.jspecify.annotations.NullMarked;
