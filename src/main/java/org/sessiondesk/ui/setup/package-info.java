/** The screen of the first start. */
@NullMarked
package org.sessiondesk.ui.setup;

import org.jspecify.annotations.NullMarked;
