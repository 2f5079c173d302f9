/**
 * What payroll and auditors take away as tables, each in three forms: exports of pay periods, corrections with their reasons,
 * late differences. May know what they tell of and the trail, which keeps who took what; writes nothing else.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "site",
            "audit",
            "ontime",
            "table",
            "worktime",
            "payroll",
            "account",
            "roster",
            "session",
            "signoff",
            "payout"
        })
package org.sessiondesk.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
