/** Bad on purpose. */
@NullMarked
package org.sessiondesk.architecture.bad.ui;

import org.jspecify.annotations.NullMarked;
