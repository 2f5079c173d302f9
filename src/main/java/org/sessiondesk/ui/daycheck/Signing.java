package org.sessiondesk.ui.daycheck;

import static org.sessiondesk.ui.Messages.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.daycheck.DayBoard;
import org.sessiondesk.daycheck.DayRow;
import org.sessiondesk.daycheck.RowState;
import org.sessiondesk.signoff.DayToSign;
import org.sessiondesk.signoff.DriverDay;
import org.sessiondesk.signoff.ReopenOutcome;
import org.sessiondesk.signoff.SignOffs;
import org.sessiondesk.signoff.SignOutcome;
import org.sessiondesk.ui.Notices;
import org.sessiondesk.ui.settled.ChangedWords;
import org.sessiondesk.ui.settled.SettledDesk;

/** What people do about the rows of a day: sign, open again, say that nobody worked. */
final class Signing implements SignAll.Signs {

    private final SignOffs signOffs;
    private final SettledDesk settled;
    private final ChangedWords changes;
    private final Screen screen;

    /** The screen round it. */
    interface Screen {

        /** The day as it stood there under a number; empty if that was too long ago. */
        Optional<DayBoard> seen(int board);

        void show();

        void open(UUID session);

        /** Why a day may not be all there yet; empty if it is. */
        String notRead(LocalDate day);
    }

    Signing(SignOffs signOffs, SettledDesk settled, ChangedWords changes, Screen screen) {
        this.signOffs = signOffs;
        this.settled = settled;
        this.changes = changes;
        this.screen = screen;
    }

    /** @param said the number of the board on which it was asked for */
    void act(int said, String what, UUID driver) {
        screen.seen(said).ifPresentOrElse(board -> act(board, what, driver), this::overtaken);
    }

    private void act(DayBoard board, String what, UUID driver) {
        var row = board.rows().stream().filter(one -> one.id().equals(driver)).findFirst();
        row.ifPresent(one -> {
            var day = new DriverDay(driver, board.day().date());
            switch (what) {
                case SettledCells.SIGN -> ask(board.day().date(), List.of(one));
                case SettledCells.REOPEN -> settled.reopen(day, name(one), screen::show);
                case SettledCells.NOT_WORKED -> tell(signOffs.didNotWork(day), "day-check.said.not-worked", one);
                case SettledCells.TAKE_BACK -> tell(signOffs.takeBack(day), "day-check.said.take-back", one);
                default -> throw new IllegalArgumentException(what);
            }
        });
    }

    private void tell(ReopenOutcome outcome, String done, DayRow row) {
        if (outcome instanceof ReopenOutcome.Done) {
            Notices.done(t(done, name(row)));
        } else {
            SettledDesk.tell(outcome);
        }
        screen.show();
    }

    @Override
    public void sign(int said, Set<UUID> ticked) {
        screen.seen(said).ifPresentOrElse(board -> sign(board, ticked), this::overtaken);
    }

    @Override
    public void overtaken() {
        Notices.problem(t("day-check.sign.overtaken"));
        screen.show();
    }

    /** These rows; all that nothing stands against where none is ticked. */
    private void sign(DayBoard board, Set<UUID> ticked) {
        ask(
                board.day().date(),
                board.rows().stream()
                        .filter(row -> row.name() != null)
                        .filter(row -> ticked.isEmpty() ? row.state() == RowState.READY : ticked.contains(row.id()))
                        .toList());
    }

    /** What was opened again is looked at before it is signed again; all else is signed at once. */
    private void ask(LocalDate day, List<DayRow> rows) {
        var notRead = screen.notRead(day);
        if (notRead.isEmpty()) {
            sign(day, rows);
        } else {
            new SignDialog(t("day-check.sign.title"), _ -> sign(day, rows))
                    .saying(notRead)
                    .open();
        }
    }

    private void sign(LocalDate day, List<DayRow> rows) {
        var again = rows.stream().filter(row -> row.settled().earlier() != null).toList();
        var first = rows.stream().filter(row -> row.settled().earlier() == null).toList();
        var told = new Told(day, again);
        told.all(signed(day, first, null), first);
        told.finish();
    }

    private List<SignOutcome> signed(LocalDate day, List<DayRow> rows, @Nullable String reason) {
        return signOffs.sign(rows.stream()
                .map(row -> new DayToSign(new DriverDay(row.id(), day), row.seen(), reason))
                .toList());
    }

    private static String name(DayRow row) {
        return row.name() == null ? t("sessions.no-driver") : row.name();
    }

    /** What became of several rows, told together. */
    private final class Told {

        private final LocalDate day;
        private final List<DayRow> again;
        private final List<DayRow> warned = new ArrayList<>();
        private final Map<UUID, String> why = new HashMap<>();
        private final List<Consumer<SignDialog>> refused = new ArrayList<>();
        private final List<DayRow> done = new ArrayList<>();

        Told(LocalDate day, List<DayRow> again) {
            this.day = day;
            this.again = again;
        }

        void all(List<SignOutcome> outcomes, List<DayRow> rows) {
            for (int at = 0; at < rows.size(); at++) {
                one(outcomes.get(at), rows.get(at));
            }
        }

        private void one(SignOutcome outcome, DayRow row) {
            switch (outcome) {
                case SignOutcome.Signed _ -> done.add(row);
                case SignOutcome.NeedsReason(var _, var warnings) -> {
                    warned.add(row);
                    why.put(row.id(), ChangedWords.objections(warnings));
                }
                case SignOutcome.Refused(var _, var objections) ->
                    refused.add(dialog -> dialog.refused(
                            t("day-check.sign.one", name(row), ChangedWords.objections(objections)),
                            t("day-check.sign.open", name(row)),
                            () -> screen.open(objections.getFirst().session())));
                case SignOutcome.Stale _ -> no(row, t("day-check.sign.stale"));
                case SignOutcome.SignedAlready(var standing) -> no(row, changes.signed(standing));
                case SignOutcome.NothingToSign _ -> no(row, t("day-check.sign.nothing"));
                case SignOutcome.Closed _ -> no(row, t("day-check.sign.closed"));
            }
        }

        private void no(DayRow row, String words) {
            refused.add(dialog -> dialog.refused(t("day-check.sign.one", name(row), words), "", () -> {}));
        }

        /** A dialog only where something is to be said or asked. */
        void finish() {
            screen.show();
            if (refused.isEmpty() && warned.isEmpty() && again.isEmpty()) {
                Notices.done(
                        done.size() == 1
                                ? t("day-check.signed.one", name(done.getFirst()))
                                : t("day-check.signed.all", done.size()));
                return;
            }
            var asked = new ArrayList<>(again);
            asked.addAll(warned);
            var dialog = new SignDialog(
                    done.isEmpty() && refused.isEmpty()
                            ? t("day-check.sign.look")
                            : t("day-check.sign.done", done.size(), refused.size(), asked.size()),
                    asked.isEmpty()
                            ? null
                            : reason -> {
                                var told = new Told(day, List.of());
                                told.all(signed(day, asked, reason), asked);
                                told.finish();
                            });
            refused.forEach(each -> each.accept(dialog));
            for (var row : again) {
                dialog.asked(
                        name(row),
                        changes.since(Objects.requireNonNull(row.settled().earlier())));
            }
            for (var row : warned) {
                dialog.asked(name(row), List.of(String.valueOf(why.get(row.id()))));
            }
            dialog.needsReason(!warned.isEmpty());
            dialog.open();
        }
    }
}
