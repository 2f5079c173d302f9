/** A vehicle's line: its readings as one rising sequence, and whom it belongs to at a time. */
@NullMarked
package org.sessiondesk.judge.line;

import org.jspecify.annotations.NullMarked;
