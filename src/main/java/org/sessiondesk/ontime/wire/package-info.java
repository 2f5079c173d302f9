/**
 * JSON and HTTP as the remote contract needs them: text kept as it came, exchanges bounded in time and size. Inside
 * {@code ontime} only; it knows none of OnTime's records.
 */
@NullMarked
package org.sessiondesk.ontime.wire;

import org.jspecify.annotations.NullMarked;
