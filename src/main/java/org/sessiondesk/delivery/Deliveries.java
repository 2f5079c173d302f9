package org.sessiondesk.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.ontime.UserSession;
import org.sessiondesk.ontime.UserSessionText;
import org.sessiondesk.session.SessionField;
import org.sessiondesk.session.SessionValues;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of deliveries: the list, one with its evidence, and the newest of a session. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Deliveries {

    /** Further down nobody scrolls; a filter finds it. */
    public static final int MOST_REACHABLE = 100_000;

    private final DeliveryQueries queries;
    private final UserSessionText texts;

    Deliveries(DeliveryQueries queries, UserSessionText texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /**
     * One delivery in a list.
     *
     * @param state as people see it, {@link DeliveryState#HELD} included
     * @param words OnTime's or an error's, as text
     * @param nextAt waiting: when it leaves; uncertain: when it is looked for again
     * @param duplicates OnTime IDs of possible duplicates of the session that nobody has decided on
     */
    public record Line(
            UUID id,
            UUID session,
            @Nullable UUID ontimeId,
            @Nullable String driver,
            @Nullable String vehicle,
            @Nullable Instant logIn,
            DeliveryState state,
            DeliveryReason reason,
            @Nullable String words,
            int attempts,
            @Nullable Instant nextAt,
            Instant changedAt,
            List<UUID> duplicates) {

        /** Whether a person has to decide, or may: what can't all be read is looked for on. */
        public boolean toDecide() {
            return switch (state) {
                case REJECTED, CONFLICT -> true;
                case UNCERTAIN -> reason != DeliveryReason.LOOKING;
                case WAITING, SENDING, ACCEPTED, HELD, WITHDRAWN -> false;
            };
        }
    }

    /**
     * One numbered try, as evidence.
     *
     * @param lateAt when its answer came, if another try had taken over by then
     * @param sent the JSON as it left; null if nothing did
     * @param received what came back, at most 64 KiB, the key masked
     * @param readings what was read from OnTime for it, before and after, in this order
     */
    public record Try(
            int number,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant lateAt,
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable String words,
            @Nullable String sent,
            @Nullable String received,
            List<Reading> readings) {}

    /**
     * A GET that belongs to a try.
     *
     * @param path from the host on, with its query
     * @param status null if no answer came
     * @param received as {@link Try#received}
     */
    public record Reading(
            Instant startedAt, String path, @Nullable Integer status, String received) {}

    /**
     * A field in which the portal and OnTime differ; values as {@link SessionValues#get} has them.
     *
     * @param before what the portal's values started from
     * @param correctedHere a person changed it here; else only OnTime did
     */
    public record Difference(
            SessionField field,
            @Nullable Object before,
            @Nullable Object ontime,
            @Nullable Object ours,
            boolean correctedHere) {}

    /**
     * One delivery whole.
     *
     * @param version of the session now; a decision is refused if it moved on
     * @param creates OnTime has no ID for the session yet
     * @param ontime OnTime's newest values, which a decision is about; null where it has none
     * @param differences what a conflict is about; empty otherwise
     * @param tries the newest first
     */
    public record Detail(
            Line line,
            long version,
            boolean creates,
            @Nullable SessionValues ontime,
            List<Difference> differences,
            List<Try> tries) {}

    /** The newest first, of this state or of all. */
    public List<Line> page(@Nullable DeliveryState state, int offset, int limit) {
        return queries.page(state, offset, limit);
    }

    /** How many there are of this state or of all, at most {@link #MOST_REACHABLE}. */
    public int count(@Nullable DeliveryState state) {
        return queries.count(state);
    }

    /** How many are in each open state. */
    public Map<DeliveryState, Long> openCounts() {
        return queries.openCounts();
    }

    /** One delivery with its tries. */
    public Optional<Detail> detail(UUID delivery) {
        return queries.line(delivery).map(this::whole);
    }

    /** The newest delivery of a session, with its tries. */
    public Optional<Detail> newestOf(UUID session) {
        return queries.newest(List.of(session)).stream().findFirst().map(this::whole);
    }

    /** The newest delivery of each of these sessions. */
    public List<Line> newestOf(Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : queries.newest(sessions);
    }

    private Detail whole(Line line) {
        var sides = queries.sides(line.id());
        return new Detail(
                line,
                sides.version(),
                line.ontimeId() == null,
                values(sides.lastKnown()),
                line.state() == DeliveryState.CONFLICT ? differences(sides) : List.of(),
                queries.tries(line.id()));
    }

    private List<Difference> differences(DeliveryQueries.Sides sides) {
        var base = values(sides.baseRecord());
        var theirs = values(sides.lastKnown());
        var ours = sides.ours();
        return theirs == null
                ? List.of()
                : theirs.differences(ours).stream()
                        .filter(field -> !bothNone(theirs.get(field), ours.get(field)))
                        .map(field -> new Difference(
                                field,
                                base == null ? null : base.get(field),
                                theirs.get(field),
                                ours.get(field),
                                base == null
                                        || !bothNone(base.get(field), ours.get(field))
                                                && base.differences(ours).contains(field)))
                        .toList();
    }

    /** OnTime writes a mileage that nobody recorded as 0. */
    private static boolean bothNone(@Nullable Object one, @Nullable Object other) {
        return isNone(one) && isNone(other);
    }

    private static boolean isNone(@Nullable Object value) {
        return value == null || value.equals(0);
    }

    private @Nullable SessionValues values(@Nullable String record) {
        return record != null && texts.read(record) instanceof UserSessionText.Reading.Read(UserSession session)
                ? SessionValues.of(session)
                : null;
    }
}
