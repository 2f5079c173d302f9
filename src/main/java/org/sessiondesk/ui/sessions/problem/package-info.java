/** What is wrong with the session in the editor, what was probably meant, and what a person says about it. */
@NullMarked
package org.sessiondesk.ui.sessions.problem;

import org.jspecify.annotations.NullMarked;
