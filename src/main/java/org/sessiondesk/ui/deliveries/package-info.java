/**
 * Sent to OnTime: what waits, what was refused and why, and what a person decides about it. The panel of one delivery
 * stands in the editor of sessions, too.
 */
@NullMarked
package org.sessiondesk.ui.deliveries;

import org.jspecify.annotations.NullMarked;
