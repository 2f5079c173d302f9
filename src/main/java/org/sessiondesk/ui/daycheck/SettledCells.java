package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sessiondesk.account.Role;
import org.sessiondesk.daycheck.By;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.daycheck.DayRow;
import org.sessiondesk.daycheck.RowState;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.ui.SettledWords;
import org.sessiondesk.ui.daycheck.DayDrawing.Act;
import org.sessiondesk.ui.daycheck.DayDrawing.Cell;

/** How a row of a day stands, in words, and what can be done about it. */
final class SettledCells {

    static final String SIGN = "sign";
    static final String REOPEN = "reopen";
    static final String NOT_WORKED = "not-worked";
    static final String TAKE_BACK = "take-back";

    private final DayBoard board;
    private final Map<DriverDay, Long> paid;
    private final SettledWords words;
    private final Role role;

    /** @param paid in which export each driver's day was paid last */
    SettledCells(DayBoard board, Map<DriverDay, Long> paid, SettledWords words, Role role) {
        this.board = board;
        this.paid = paid;
        this.words = words;
        this.role = role;
    }

    Cell state(DayRow row) {
        var said = row.settled();
        if (row.state() == RowState.SIGNED && said.signOff() != null) {
            var signed = said.signOff();
            long later = row.bars().stream()
                    .filter(bar -> bar.bar().here() && !bar.session().signed())
                    .count();
            return new Cell(
                    t("day-check.signed.by", words.who(signed.by()), words.at(signed.at())),
                    together(
                            paid(row),
                            signed.reason() == null ? "" : t("day-check.signed.reason", signed.reason()),
                            later == 0 ? "" : t("day-check.came-later", later)),
                    "green lock");
        }
        if (row.state() == RowState.NOT_WORKED && said.notWorked() != null) {
            return new Cell(
                    t("day-check.state.NOT_WORKED"),
                    together(t("day-check.said-by", words.who(said.notWorked().by())), paid(row)),
                    "quiet");
        }
        boolean countsSomewhere =
                row.bars().stream().anyMatch(bar -> bar.session().counts());
        String state = row.state() == RowState.COUNTS_ELSEWHERE && !countsSomewhere
                ? t("day-check.nothing-counts")
                : t("day-check.state." + row.state());
        var earlier = said.earlier();
        return new Cell(
                state,
                together(
                        earlier == null
                                ? ""
                                : t("day-check.reopened.by", words.who(earlier.by()), words.at(earlier.at())),
                        paid(row)),
                kind(row.state()));
    }

    /** That the day was paid, also while it is open again. */
    private String paid(DayRow row) {
        var export = paid.get(new DriverDay(row.id(), board.day().date()));
        return export == null ? "" : t("day-check.paid", export);
    }

    private static String together(String... said) {
        return Stream.of(said).filter(words -> !words.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** So many rows may be signed by whoever looks. */
    int ready() {
        return (int) board.rows().stream()
                .filter(row -> row.state() == RowState.READY)
                .filter(row -> act(row, "").what().equals(SIGN))
                .count();
    }

    /** That the pay period is closed; empty while it isn't. */
    Optional<String> closed() {
        return Optional.ofNullable(board.closed())
                .map(period -> t("day-check.closed", words.who(period.by()), words.at(period.at())));
    }

    /** What may be done here by whoever looks; nothing on a closed day, or of a session without a driver. */
    Act act(DayRow row, String name) {
        if (board.by() != By.DRIVER || board.closed() != null || row.name() == null) {
            return Act.NONE;
        }
        return switch (row.state()) {
            // Signing what something stands against says what, one by one with the way to it.
            case READY, HAS_PROBLEMS -> role.maySign() ? act(SIGN, name) : Act.NONE;
            case SIGNED -> role.mayCorrect() ? act(REOPEN, name) : Act.NONE;
            case NOTHING_ENTERED -> role.maySign() ? act(NOT_WORKED, name) : Act.NONE;
            case NOT_WORKED -> role.maySign() ? act(TAKE_BACK, name) : Act.NONE;
            case COUNTS_ELSEWHERE -> Act.NONE;
        };
    }

    private static Act act(String what, String name) {
        return new Act(what, t("day-check.act." + what), t("day-check.act.of", t("day-check.act." + what), name));
    }

    private static String kind(RowState state) {
        return switch (state) {
            case HAS_PROBLEMS -> "red";
            case NOTHING_ENTERED -> "amber";
            case READY, SIGNED -> "green";
            case NOT_WORKED, COUNTS_ELSEWHERE -> "quiet";
        };
    }
}
