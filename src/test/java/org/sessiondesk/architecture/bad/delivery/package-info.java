/** Bad on purpose. */
@NullMarked
package org.sessiondesk.architecture.bad.delivery;

import org.jspecify.annotations.NullMarked;
