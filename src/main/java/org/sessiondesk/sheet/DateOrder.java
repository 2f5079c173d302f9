package org.sessiondesk.sheet;

/** Which number comes first in a date that ends with its year, such as {@code 06/02/2026}. */
public enum DateOrder {
    /** As in the United States: June 2. */
    MONTH_FIRST,
    /** As in most other places: 6 February. */
    DAY_FIRST
}
