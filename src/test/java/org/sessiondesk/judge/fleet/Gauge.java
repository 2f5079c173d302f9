package org.sessiondesk.judge.fleet;

import org.sessiondesk.site.Site.DistanceUnit;

/** What a company's odometers count: everything else here is told in miles. */
record Gauge(DistanceUnit unit) {

    static final double KILOMETRES_A_MILE = 1.609344;

    /** So many miles as they show on it, cut to whole ones. */
    int shows(double miles) {
        return (int) (unit == DistanceUnit.KM ? miles * KILOMETRES_A_MILE : miles);
    }

    /** A drive of so many whole miles and some yards. */
    int drive(int miles, Dice dice) {
        return unit == DistanceUnit.KM ? shows(miles + dice.between(0.0, 1.0)) : miles;
    }
}
