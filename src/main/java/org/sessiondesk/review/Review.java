package org.sessiondesk.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.sessiondesk.account.Role;
import org.sessiondesk.session.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts corrections for whoever looks after those who correct. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Review {

    /** From the period's sessions to their corrections; a row for all, for each person and for each reason. */
    static final String FIGURES = """
            with began as materialized (
                select id from driver_session where log_in_at >= :from and log_in_at < :to and not discarded),
            made as materialized (
                select c.session_id, c.person_id, c.reason,
                    exists (select from signed_session s join day_sign_off d on d.id = s.sign_off_id
                            where s.session_id = c.session_id and d.signed_at < c.corrected_at) as after_sign_off
                from began
                cross join lateral (
                    select * from correction c
                    where c.session_id = began.id and c.kind in ('CORRECT', 'CREATE', 'REVERT', 'LEAVE_OUT')
                      and not exists (select from correction u where u.undoes = c.id) offset 0) c)
            select person_id, reason, grouping(person_id) = 0 as of_person, grouping(reason) = 0 as of_reason,
                count(*) as corrections, count(distinct session_id) as corrected,
                count(*) filter (where after_sign_off) as after_sign_off, (select count(*) from began) as sessions
            from made group by grouping sets ((), (person_id), (reason))
            order by count(*) desc, person_id, reason
            """;

    private final JdbcClient jdbc;

    Review(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of the sessions that began in a period. One statement. */
    public CorrectionFigures figures(Instant from, Instant to) {
        var people = new ArrayList<CorrectionFigures.OfPerson>();
        var reasons = new ArrayList<CorrectionFigures.OfReason>();
        int[] all = new int[4];
        jdbc.sql(FIGURES).params(period(from, to)).query(row -> {
            int corrections = row.getInt("corrections");
            int corrected = row.getInt("corrected");
            if (row.getBoolean("of_person")) {
                people.add(
                        new CorrectionFigures.OfPerson(row.getObject("person_id", UUID.class), corrections, corrected));
            } else if (row.getBoolean("of_reason")) {
                String reason = row.getString("reason");
                reasons.add(new CorrectionFigures.OfReason(
                        reason == null ? null : Reason.valueOf(reason), corrections, corrected));
            } else {
                all[0] = row.getInt("sessions");
                all[1] = corrected;
                all[2] = corrections;
                all[3] = row.getInt("after_sign_off");
            }
        });
        return new CorrectionFigures(all[0], all[1], all[2], all[3], people, reasons);
    }

    static Map<String, Object> period(Instant from, Instant to) {
        return Map.of("from", from.atOffset(ZoneOffset.UTC), "to", to.atOffset(ZoneOffset.UTC));
    }
}
