/** What the session editor knows without a screen: texts and what they mean, what is typed, what is unusual. */
@NullMarked
package org.sessiondesk.ui.sessions.edit;

import org.jspecify.annotations.NullMarked;
