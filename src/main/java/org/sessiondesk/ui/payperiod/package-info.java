/** The pay period of Day check: drivers by days, what is signed, what stands against the rest, and closing it. */
@NullMarked
package org.sessiondesk.ui.payperiod;

import org.jspecify.annotations.NullMarked;
