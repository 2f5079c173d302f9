package org.sessiondesk.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of a file with payroll numbers would do. */
public sealed interface NumberLine {

    /** The line. */
    FiledNumber filed();

    /**
     * Gives a driver a number.
     *
     * @param before the one that they have; null for none
     */
    record Sets(
            FiledNumber filed,
            Driver driver,
            String number,
            @Nullable String before) implements NumberLine {}

    /** The driver has that number already. */
    record Same(FiledNumber filed, Driver driver) implements NumberLine {}

    /**
     * Nothing.
     *
     * @param candidates whom it may mean, where that is the trouble
     */
    record Bad(FiledNumber filed, Why why, List<Driver> candidates) implements NumberLine {}

    /** Why a line does nothing. */
    enum Why {
        /** It names no driver. */
        NO_DRIVER_NAMED,
        /** No driver is called so. */
        UNKNOWN,
        /** Several are. */
        AMBIGUOUS,
        NO_NUMBER,
        IMPOSSIBLE_NUMBER,
        /** An earlier line of the file is about the same driver. */
        DRIVER_TWICE,
        /** An earlier line of the file gives the number to somebody else. */
        NUMBER_TWICE
    }
}
