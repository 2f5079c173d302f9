/** Bad on purpose. */
@NullMarked
package org.sessiondesk.architecture.bad.session;

import org.jspecify.annotations.NullMarked;
