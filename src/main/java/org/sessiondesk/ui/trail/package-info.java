/** History of changes: the audit trail as people read and verify it. */
@NullMarked
package org.sessiondesk.ui.trail;

import org.jspecify.annotations.NullMarked;
