/** The screen on which administrators manage who may sign in. */
@NullMarked
package org.sessiondesk.ui.people;

import org.jspecify.annotations.NullMarked;
