/** How the reading from OnTime stands: its own screen, a line for other screens, a part of the head line. */
@NullMarked
package org.sessiondesk.ui.intake;

import org.jspecify.annotations.NullMarked;
