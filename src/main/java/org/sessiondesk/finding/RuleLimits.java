package org.sessiondesk.finding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.finding.check.AllSessions;
import org.sessiondesk.finding.check.Recheck;
import org.sessiondesk.finding.check.SessionsBeyond;
import org.sessiondesk.finding.check.StoredLimits;
import org.sessiondesk.finding.check.WhatIf;
import org.sessiondesk.judge.Rule;
import org.sessiondesk.judge.SiteLimits;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the site wants to be told of: the limits now, what others would have told, and their change. */
@Service
public class RuleLimits {

    private final StoredLimits limits;
    private final WhatIf whatIf;
    private final Recheck recheck;
    private final SessionsBeyond beyond;
    private final AllSessions all;
    private final MovedSessions moved;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    RuleLimits(
            StoredLimits limits,
            WhatIf whatIf,
            Recheck recheck,
            SessionsBeyond beyond,
            AllSessions all,
            MovedSessions moved,
            AuditTrail trail,
            LiveNews news,
            InstantSource clock) {
        this.limits = limits;
        this.whatIf = whatIf;
        this.recheck = recheck;
        this.beyond = beyond;
        this.all = all;
        this.moved = moved;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The limits that hold.
     *
     * @param by who changed them last; nobody yet if absent
     * @param at when
     */
    public record Standing(
            SiteLimits limits, @Nullable UUID by, @Nullable Instant at) {}

    /** Is told as sessions are judged; may throw to end it. */
    public interface Looking {

        /** @param looked in each line, so that a session counts twice, and with both limits */
        void at(long looked, long of);
    }

    /** What a rule tells with other limits: how many findings before and then. */
    public record Effect(Rule rule, int now, int then) {}

    /** What became of a change. */
    public sealed interface Change {
        /** It holds from now on; what hangs on it is judged again in the background. */
        record Applied() implements Change {}

        /** These limits hold already. */
        record Same() implements Change {}

        /** Somebody set others since they were looked at; nothing was changed. */
        record Overtaken(Standing now) implements Change {}
    }

    /** The limits that hold. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public SiteLimits now() {
        return limits.now();
    }

    /** The limits that hold, and who changed them last. */
    @PreAuthorize(Role.MAY_VIEW)
    @Transactional(readOnly = true)
    public Standing standing() {
        var standing = limits.standing();
        return new Standing(standing.limits(), standing.by(), standing.at());
    }

    /** Those of a site that sets none. */
    @PreAuthorize(Role.MAY_VIEW)
    public SiteLimits usual() {
        return limits.usual();
    }

    /**
     * What these limits would have told in the last months, by rule; rules that tell the same with both are left out.
     * Judges every session of the time twice: not for a screen's own thread.
     *
     * @param looking is told how far it is, and ends it by throwing
     */
    @PreAuthorize(Role.MAY_ADMINISTER)
    public List<Effect> whatIf(SiteLimits wanted, int months, Looking looking) {
        possible(wanted);
        var since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        try {
            var counts = whatIf.count(limits.now(), wanted, since, looking::at);
            Map<Rule, Integer> before = new EnumMap<>(Rule.class);
            before.putAll(counts.getFirst());
            counts.getLast().keySet().forEach(rule -> before.putIfAbsent(rule, 0));
            return before.entrySet().stream()
                    .map(each -> new Effect(
                            each.getKey(), each.getValue(), counts.getLast().getOrDefault(each.getKey(), 0)))
                    .filter(effect -> effect.now() != effect.then())
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions of the time can't be read", e);
        }
    }

    /**
     * Sets the limits; what hangs on those that differ is judged again in the background. A limit of what the site is told
     * of bears upon sessions beyond it alone, one of what can be driven upon all vehicles' lines.
     *
     * @param seen those on which the change was decided
     */
    @PreAuthorize(Role.MAY_ADMINISTER)
    @Transactional
    public Change apply(SiteLimits seen, SiteLimits wanted) {
        possible(wanted);
        // Who judges at the moment does so by the old limits: after it, everybody by the new ones.
        recheck.standStill();
        var before = limits.lock();
        if (before.equals(wanted)) {
            return new Change.Same();
        }
        if (!before.equals(seen)) {
            return new Change.Overtaken(standing());
        }
        var by = SignedIn.now().id();
        limits.store(wanted, by, clock.instant());
        beyond.want(before, wanted);
        if (before.mostADay() != wanted.mostADay() || before.topSpeed() != wanted.topSpeed()) {
            all.wantVehicles();
        }
        trail.record(Fact.of("finding.limits-changed", Actor.person(by))
                .detail("unit", wanted.unit().name().toLowerCase(Locale.ROOT))
                .detail("before", told(before, wanted))
                .detail("after", told(wanted, before)));
        moved.soon();
        news.mention(News.any(News.Topic.FINDING));
        return new Change.Applied();
    }

    /** Those that differ. */
    private static Map<String, Object> told(SiteLimits limits, SiteLimits others) {
        var told = new LinkedHashMap<String, Object>();
        Stream.of(Limit.values())
                .filter(limit -> limit.of(limits) != limit.of(others))
                .forEach(limit -> told.put(limit.name(), limit.of(limits)));
        return told;
    }

    private static void possible(SiteLimits limits) {
        for (var limit : Limit.values()) {
            if (!limit.allows(limit.of(limits))) {
                throw new IllegalArgumentException(limit + " of " + limit.of(limits));
            }
        }
    }
}
