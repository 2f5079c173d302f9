/** Day check: a day's sessions as bars and as a table, by driver and by vehicle. */
@NullMarked
package org.sessiondesk.ui.daycheck;

import org.jspecify.annotations.NullMarked;
