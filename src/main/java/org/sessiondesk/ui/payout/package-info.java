/** Exports of pay periods and the reports beside them: made, listed, taken away. */
@NullMarked
package org.sessiondesk.ui.payout;

import org.jspecify.annotations.NullMarked;
