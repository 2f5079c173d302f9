package org.sessiondesk.ui.trail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of the history a person looks at; the page opens on the first. */
enum TrailKind {
    CORRECTIONS {
        @Override
        boolean holds(String action) {
            // An export for payroll is no list that was taken away: days count as paid from then on.
            return action.equals("payout.made")
                    || Stream.of("finding.", "session.", "signoff.", "payroll.", "driver.")
                                    .anyMatch(action::startsWith)
                            && !READ.contains(action)
                            && !FILES.holds(action)
                            && !EXPORTS.holds(action);
        }
    },
    DELIVERIES {
        @Override
        boolean holds(String action) {
            return action.startsWith("delivery.") || action.startsWith("connection.");
        }
    },
    READINGS {
        @Override
        boolean holds(String action) {
            return READ.contains(action) || action.startsWith("reading.") || action.startsWith("roster.");
        }
    },
    /** Taken in by a person; OnTime has no part in it. */
    FILES {
        @Override
        boolean holds(String action) {
            return action.startsWith("filing.") || action.equals("session.filed");
        }
    },
    /** Lists that somebody or a program of theirs took away. */
    EXPORTS {
        @Override
        boolean holds(String action) {
            return action.endsWith(".exported") || action.equals("payout.made");
        }
    },
    /** Signed in to Session Desk, and what administrators did to accounts. */
    ACCOUNTS {
        @Override
        boolean holds(String action) {
            return action.startsWith("account.");
        }
    },
    EVERYTHING {
        @Override
        boolean holds(String action) {
            return true;
        }
    };

    private static final Set<String> READ =
            Set.of("session.read", "session.vanished", "session.reappeared", "session.joined");

    abstract boolean holds(String action);

    /** As it stands in the address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TrailKind> ofKey(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Those of the trail's actions that this kind shows. */
    Set<String> of(Iterable<String> actions) {
        var held = new HashSet<String>();
        actions.forEach(action -> {
            if (holds(action)) {
                held.add(action);
            }
        });
        return held;
    }
}
