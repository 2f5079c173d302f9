/** The drivers and what payroll calls them. */
@NullMarked
package org.sessiondesk.ui.drivers;

import org.jspecify.annotations.NullMarked;
