package org.sessiondesk.ui.sessions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.account.People;
import org.sessiondesk.live.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Who is editing which session: says it for the tabs of this instance, again and again until they stop. */
@Component
class Editing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Editing.class);

    private final Presence presence;
    private final People people;
    private final Map<UUID, At> tabs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("editing").factory());

    Editing(Presence presence, People people) {
        this.presence = presence;
        this.people = people;
        long everyMs = Presence.LASTS.toMillis() / 3;
        renewing.scheduleWithFixedDelay(this::renew, everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    private record At(UUID session, UUID person) {}

    /** The tab's person works on this session now, and on no other; null for on none. */
    void at(UUID tab, UUID person, @Nullable UUID session) {
        var now = session == null ? null : new At(session, person);
        var before = now == null ? tabs.remove(tab) : tabs.put(tab, now);
        if (before != null && !before.equals(now)) {
            presence.leave(before.session(), tab);
        }
        if (now != null && !now.equals(before)) {
            presence.enter(now.session(), now.person(), tab);
        }
    }

    /** The first names of the others at work on each of these sessions. */
    Map<UUID, String> others(Collection<UUID> sessions, UUID self) {
        Map<UUID, String> names = new HashMap<>();
        if (!sessions.isEmpty()) {
            presence.at(sessions)
                    .forEach((session, persons) -> names(persons, self).ifPresent(who -> names.put(session, who)));
        }
        return names;
    }

    @Override
    public void destroy() {
        renewing.shutdownNow();
    }

    private Optional<String> names(List<UUID> persons, UUID self) {
        return persons.stream()
                .filter(person -> !person.equals(self))
                .distinct()
                .map(person -> people.name(person).split(" ", 2)[0])
                .reduce((one, other) -> one + ", " + other);
    }

    private void renew() {
        tabs.forEach((tab, at) -> {
            try {
                presence.enter(at.session(), at.person(), tab);
            } catch (RuntimeException e) {
                log.debug("who is editing could not be renewed; the next round tries again", e);
            }
        });
    }
}
