package org.sessiondesk.finding;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.finding.check.AllSessions;
import org.sessiondesk.finding.check.StoredLimits;
import org.sessiondesk.finding.check.WhatIf;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.SiteLimits;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the site wants to be told of: the limits now, what others would have told, and their change. */
@Service
public class RuleLimits {

    private final StoredLimits limits;
    private final WhatIf whatIf;
    private final AllSessions all;
    private final AuditTrail trail;
    private final InstantSource clock;

    RuleLimits(StoredLimits limits, WhatIf whatIf, AllSessions all, AuditTrail trail, InstantSource clock) {
        this.limits = limits;
        this.whatIf = whatIf;
        this.all = all;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a rule tells with other limits: how many findings before and then. */
    public record Effect(Rule rule, int now, int then) {}

    /** The limits that hold. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public SiteLimits now() {
        return limits.now();
    }

    /** Those of a site that sets none. */
    @PreAuthorize(Role.MAY_VIEW)
    public SiteLimits usual() {
        return limits.usual();
    }

    /**
     * What these limits would have told in the last months, by rule; rules that tell the same with both are left out.
     * Judges every session of the time twice: not for a screen's own thread.
     */
    @PreAuthorize(Role.MAY_ADMINISTER)
    public List<Effect> whatIf(SiteLimits wanted, int months) {
        possible(wanted);
        var since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        try {
            Map<Rule, Integer> before = new EnumMap<>(whatIf.count(limits.now(), since));
            Map<Rule, Integer> then = whatIf.count(wanted, since);
            then.forEach((rule, _) -> before.putIfAbsent(rule, 0));
            return before.entrySet().stream()
                    .map(each -> new Effect(each.getKey(), each.getValue(), then.getOrDefault(each.getKey(), 0)))
                    .filter(effect -> effect.now() != effect.then())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions of the time can't be read", e);
        }
    }

    /** Sets the limits; what the rules tell by them follows in the background. */
    @PreAuthorize(Role.MAY_ADMINISTER)
    @Transactional
    public void apply(SiteLimits wanted) {
        possible(wanted);
        var before = limits.now();
        if (before.equals(wanted)) {
            return;
        }
        limits.store(wanted);
        all.want();
        trail.record(
                Fact.of("finding.limits-changed", Actor.person(SignedIn.now().id()))
                        .detail("before", told(before))
                        .detail("after", told(wanted)));
    }

    private static Map<String, Object> told(SiteLimits limits) {
        return Map.of(
                "warnDistance",
                limits.warnDistance(),
                "warnMinutes",
                limits.warnLength().toMinutes(),
                "mostADay",
                limits.mostADay(),
                "topSpeed",
                limits.topSpeed());
    }

    private static void possible(SiteLimits limits) {
        if (limits.warnDistance() <= 0
                || limits.warnLength().toMinutes() <= 0
                || limits.mostADay() <= 0
                || limits.topSpeed() <= 0) {
            throw new IllegalArgumentException("a limit of nothing: " + limits);
        }
    }
}
