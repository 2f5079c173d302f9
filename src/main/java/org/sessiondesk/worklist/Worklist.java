package org.sessiondesk.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.Role;
import org.sessiondesk.roster.Roster;
import org.sessiondesk.session.DriverSessions;
import org.sessiondesk.worktime.Shift;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bench's reading side: lists of sessions and one session with all that stands around it. */
@Service
@PreAuthorize(Role.MAY_VIEW)
@Transactional(readOnly = true)
public class Worklist {

    /** How many rows of a list can be scrolled to; past it the list says so and asks for a narrower filter. */
    public static final int REACH = 100_000;

    /** How long a session may be open before its log-out counts as forgotten. */
    public static final Duration LONGEST_SHIFT = Duration.ofHours(14);

    /**
     * The farthest a session's distance counts in a sum, in the site's unit. One digit slipped in a reading makes a
     * distance of 50,000 or more, and one such session would outweigh all others of a month.
     */
    public static final int FARTHEST = Shift.FARTHEST;

    private final ListQueries lists;
    private final DetailQueries details;
    private final DriverSessions sessions;
    private final Roster roster;
    private final InstantSource clock;

    Worklist(ListQueries lists, DetailQueries details, DriverSessions sessions, Roster roster, InstantSource clock) {
        this.lists = lists;
        this.details = details;
        this.sessions = sessions;
        this.roster = roster;
        this.clock = clock;
    }

    /** Part of a list, {@code offset} under {@link #REACH}. One statement. */
    public List<SessionLine> page(SessionFilter filter, SessionSort sort, int offset, int limit) {
        int reachable = Math.min(limit, REACH - offset);
        return reachable <= 0 ? List.of() : lists.page(filter, sort, offset, reachable, clock.instant());
    }

    /** These sessions as rows, whether a list holds them or not; discarded ones are left out. */
    public List<SessionLine> lines(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lists.lines(ids, clock.instant());
    }

    /** The foot of a list. */
    public Totals totals(SessionFilter filter) {
        return lists.totals(filter, clock.instant());
    }

    /** The counts of the standing views, given what yesterday is at the site. */
    public ViewCounts views(Instant yesterday, Instant today) {
        return lists.views(yesterday, today, clock.instant());
    }

    /** Hands over every row of a list in its order, however long, holding only a few at a time. */
    public void each(SessionFilter filter, SessionSort sort, Consumer<SessionLine> row) {
        lists.each(filter, sort, clock.instant(), row);
    }

    /** One session with all that the editor shows; empty where there is none, or a create that was taken back. */
    public Optional<SessionDetail> detail(UUID id) {
        return sessions.find(id)
                .filter(session -> !session.discarded())
                .map(session -> details.around(session, lists.lines(List.of(id), clock.instant())));
    }

    /** What the vehicle did before and after a log-in, this session left out. */
    public VehicleLine neighbours(UUID vehicle, Instant logIn, @Nullable UUID session) {
        return details.neighbours(vehicle, logIn, session);
    }

    /** The session that OnTime knows by this ID. */
    public Optional<UUID> byOntimeId(UUID ontimeId) {
        return details.byOntimeId(ontimeId);
    }

    /** Drivers to choose from whose name contains the text. */
    public List<Named> drivers(String text, int offset, int limit) {
        return roster.searchDrivers(text, offset, limit).stream()
                .map(driver -> new Named(driver.ontimeId(), driver.name()))
                .toList();
    }

    /** Vehicles to choose from whose name or plate contains the text. */
    public List<Named> vehicles(String text, int offset, int limit) {
        return roster.searchVehicles(text, offset, limit).stream()
                .map(vehicle -> new Named(vehicle.ontimeId(), vehicle.name()))
                .toList();
    }

    /** The driver's name, or the first 8 digits of an id that no reading has brought. */
    public Named driver(UUID id) {
        var known = roster.drivers(List.of(id)).get(id);
        return new Named(id, known == null ? id.toString().substring(0, 8) : known.name());
    }

    /** As {@link #driver}. */
    public Named vehicle(UUID id) {
        var known = roster.vehicles(List.of(id)).get(id);
        return new Named(id, known == null ? id.toString().substring(0, 8) : known.name());
    }

    /** The name of a driver or a vehicle, whichever has the id. */
    public Named either(UUID id) {
        return roster.drivers(List.of(id)).containsKey(id) ? driver(id) : vehicle(id);
    }
}
