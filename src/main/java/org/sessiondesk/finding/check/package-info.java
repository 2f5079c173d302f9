/** Judges sessions anew: those that moved with their neighbours, and all of them. */
@NullMarked
package org.sessiondesk.finding.check;

import org.jspecify.annotations.NullMarked;
