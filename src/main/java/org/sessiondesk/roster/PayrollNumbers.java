package org.sessiondesk.roster;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.audit.Actor;
import org.sessiondesk.audit.AuditTrail;
import org.sessiondesk.audit.Fact;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What payroll calls each driver: looked up, and set by payroll and administrators. */
@Service
public class PayrollNumbers {

    /** For {@code @PreAuthorize}: those who may see the numbers. */
    public static final String MAY_SEE = "hasAnyRole('PAYROLL', 'AUDITOR', 'ADMINISTRATOR')";

    /** For {@code @PreAuthorize}: those who may set them. */
    public static final String MAY_SET = "hasAnyRole('PAYROLL', 'ADMINISTRATOR')";

    private final PayrollNumberRows rows;
    private final RosterQueries roster;
    private final AuditTrail trail;
    private final LiveNews news;
    private final InstantSource clock;

    PayrollNumbers(PayrollNumberRows rows, RosterQueries roster, AuditTrail trail, LiveNews news, InstantSource clock) {
        this.rows = rows;
        this.roster = roster;
        this.trail = trail;
        this.news = news;
        this.clock = clock;
    }

    /** Drivers whose name or number contains the text, by name. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<NumberedDriver> page(String text, int offset, int limit) {
        return rows.page(text, offset, limit);
    }

    /** How many drivers that are, and how many of them have no number. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public NumberCounts counts(String text) {
        return rows.counts(text);
    }

    /** Drivers in all, and those without a number. */
    public record NumberCounts(int drivers, int without) {}

    /** Sets a driver's number; an empty text takes it away. */
    @PreAuthorize(MAY_SET)
    @Transactional
    public NumberOutcome set(UUID driver, String typed) {
        var number = PayrollNumber.of(typed);
        if (number.isEmpty() && !typed.isBlank()) {
            return new NumberOutcome.Impossible();
        }
        if (!roster.drivers(List.of(driver)).containsKey(driver)) {
            return new NumberOutcome.NoDriver();
        }
        String wanted = number.map(PayrollNumber::value).orElse(null);
        if (!store(driver, wanted)) {
            return new NumberOutcome.Same();
        }
        news.tell(News.of(News.Topic.ROSTER, driver));
        return new NumberOutcome.Saved(wanted == null ? List.of() : rows.othersWith(wanted, driver));
    }

    /** Compares a file's lines with what is there, and writes nothing. */
    @PreAuthorize(MAY_SET)
    @Transactional(readOnly = true)
    public List<NumberLine> compare(List<FiledNumber> lines) {
        return new NumberMatching(rows, roster).of(lines);
    }

    /**
     * Takes in what can be of a file's lines, as they compare now: all of it or nothing.
     *
     * @return how many drivers have another number than before
     */
    @PreAuthorize(MAY_SET)
    @Transactional
    public int take(List<FiledNumber> lines) {
        var changed = new ArrayList<UUID>();
        for (var line : new NumberMatching(rows, roster).of(lines)) {
            if (line instanceof NumberLine.Sets sets && store(sets.driver().ontimeId(), sets.number())) {
                changed.add(sets.driver().ontimeId());
            }
        }
        if (!changed.isEmpty()) {
            news.tell(new News(News.Topic.ROSTER, changed));
        }
        return changed.size();
    }

    /** The numbers of these drivers; those without one are left out. For rooms that settle what is paid. */
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> drivers) {
        return rows.of(drivers);
    }

    private boolean store(UUID driver, @Nullable String number) {
        String before = rows.held(driver);
        if (Objects.equals(before, number)) {
            return false;
        }
        var by = SignedIn.now().id();
        if (number == null) {
            rows.remove(driver);
        } else {
            rows.put(driver, number, by, clock.instant());
        }
        trail.record(Fact.of("driver.payroll-number-set", Actor.person(by))
                .about("driver", driver)
                .text("numberBefore", before)
                .text("number", number));
        return true;
    }
}
