/** The door: signing in and out, what an address answers to whom, and the headers of every page. */
@NullMarked
package org.sessiondesk.ui.signin;

import org.jspecify.annotations.NullMarked;
