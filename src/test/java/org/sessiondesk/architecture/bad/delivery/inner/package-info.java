/** Bad on purpose. */
@NullMarked
package org.sessiondesk.architecture.bad.delivery.inner;

import org.jspecify.annotations.NullMarked;
