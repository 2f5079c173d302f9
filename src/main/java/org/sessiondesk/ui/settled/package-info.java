/** What screens share about settled days: why something is locked, and how it is opened again. */
@NullMarked
package org.sessiondesk.ui.settled;

import org.jspecify.annotations.NullMarked;
