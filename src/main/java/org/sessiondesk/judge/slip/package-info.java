/** The slips of a hand that writes a number, and how likely each is. */
@NullMarked
package org.sessiondesk.judge.slip;

import org.jspecify.annotations.NullMarked;
