package org.sessiondesk.ui.sessions.problem;

import static org.sessiondesk.ui.Messages.t;

import org.sessiondesk.judge.Suggestion;

/** A confidence in plain words, which promise no more than it does. */
enum Sureness {
    QUITE_SURE(0.9),
    LIKELY(0.6),
    A_GUESS(0);

    private final double from;

    Sureness(double from) {
        this.from = from;
    }

    static Sureness of(Suggestion suggestion) {
        for (var each : values()) {
            if (suggestion.confidence() >= each.from) {
                return each;
            }
        }
        return A_GUESS;
    }

    String words() {
        return switch (this) {
            case QUITE_SURE -> t("problem.sure.quite");
            case LIKELY -> t("problem.sure.likely");
            case A_GUESS -> t("problem.sure.guess");
        };
    }
}
