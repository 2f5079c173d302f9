/** The screen on which administrators set what the site is told of, and have all sessions checked. */
@NullMarked
package org.sessiondesk.ui.settings;

import org.jspecify.annotations.NullMarked;
