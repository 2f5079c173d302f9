/** What holds the house up: the floors, the faces, the tables, the doors. Each rule is shown to fail on a bad example. */
@NullMarked
package org.sessiondesk.architecture;

import org.jspecify.annotations.NullMarked;
