/** The screen on which everybody sees to their own account. */
@NullMarked
package org.sessiondesk.ui.me;

import org.jspecify.annotations.NullMarked;
