package org.sessiondesk.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.payout.PayExport;
import org.sessiondesk.payout.Renumbered;
import org.sessiondesk.statement.Field.Where;
import org.sessiondesk.table.Cell;
import org.sessiondesk.table.TableFormat;
import org.sessiondesk.worktime.Hours;

/** The columns of an export's file: all for programs and spreadsheets, on paper those that a person checks. */
final class PayFields {

    static final String NOT_RECORDED = "not recorded";

    private PayFields() {}

    /** @param form {@link PayExport#form} */
    static List<Field<PayLine>> of(TableFormat format, boolean byDay, String unit, int form) {
        boolean minutes = form >= PayExport.WITH_MINUTES;
        Function<Hours, Cell> toPay = minutes && format == TableFormat.PDF ? PayFields::both : PayFields::hours;
        var fields = new ArrayList<>(of(format, byDay, unit, minutes ? " as signed" : "", toPay));
        if (minutes) {
            fields.addAll(Field.in(
                    format,
                    PayFields.<PayLine>data(
                            "Driver minutes to pay",
                            line -> Cell.of(line.due().driver().inMinutes())),
                    PayFields.<PayLine>data(
                            "Dispatcher minutes to pay",
                            line -> Cell.of(line.due().dispatcher().inMinutes()))));
        }
        if (form >= PayExport.WITH_NUMBERS) {
            fields.addAll(Field.in(
                    format,
                    Field.<PayLine>words("Payroll number before", 21, line -> before(line.renumbered()))
                            .only(Where.DATA)));
        }
        return fields;
    }

    private static List<Field<PayLine>> of(
            TableFormat format, boolean byDay, String unit, String asSigned, Function<Hours, Cell> toPay) {
        return Field.in(
                format,
                Field.words("Payroll number", 13, line -> Cell.of(line.number())),
                Field.words("Driver", 24, PayLine::driver),
                byDay
                        ? Field.words("Day", 15, line -> Cell.of(line.day()))
                        : Field.figures("Days", 5, line -> Cell.of(line.days())),
                Field.figures("Driver time" + asSigned, 9, line -> Cell.of(line.asDriver())),
                Field.figures("Dispatcher time" + asSigned, 12, line -> Cell.of(line.asDispatcher())),
                Field.figures(
                        "Driver hours to pay",
                        15,
                        line -> toPay.apply(line.due().driver())),
                Field.figures(
                        "Dispatcher hours to pay",
                        18,
                        line -> toPay.apply(line.due().dispatcher())),
                Field.figures(
                        "Distance to pay (" + unit + ")",
                        16,
                        line -> distance(line.due().distance())),
                PayFields.<PayLine>data(
                        "Driver hours in all", line -> hours(line.now().driver())),
                PayFields.<PayLine>data(
                        "Dispatcher hours in all", line -> hours(line.now().dispatcher())),
                PayFields.<PayLine>data(
                        "Distance in all (" + unit + ")",
                        line -> distance(line.now().distance())),
                PayFields.<PayLine>data(
                        "Driver hours paid before", line -> hours(line.before().driver())),
                PayFields.<PayLine>data(
                        "Dispatcher hours paid before",
                        line -> hours(line.before().dispatcher())),
                PayFields.<PayLine>data(
                        "Distance paid before (" + unit + ")",
                        line -> line.last() == null
                                ? Cell.EMPTY
                                : distance(line.before().distance())),
                PayFields.<PayLine>data(
                        "Paid before in export no.", line -> line.last() == null ? Cell.EMPTY : Cell.of(line.last())),
                PayFields.<PayLine>data("Sessions without distance", line -> Cell.of(line.withoutDistance())),
                Field.<PayLine>words("", 24, line -> Cell.of(note(line))).only(Where.PAPER));
    }

    private static Cell before(@Nullable Renumbered other) {
        return other == null ? Cell.EMPTY : Cell.of(other.before());
    }

    private static <T> Field<T> data(String head, Function<T, Cell> cell) {
        return Field.figures(head, head.length(), cell).only(Where.DATA);
    }

    private static Cell hours(Hours hours) {
        return Cell.of(hours.decimal());
    }

    /** {@code 7:20 = 7.33}: three of them are 22:00, and nobody wonders why that is 22.00. */
    private static Cell both(Hours hours) {
        long minutes = Math.abs(hours.inMinutes());
        return Cell.of(String.format(
                Locale.ROOT,
                "%s%d:%02d = %s",
                hours.inMinutes() < 0 ? "-" : "",
                minutes / 60,
                minutes % 60,
                hours.decimal().toPlainString()));
    }

    private static Cell distance(@Nullable Long distance) {
        return distance == null ? new Cell.NotRecorded(NOT_RECORDED) : Cell.of(distance.longValue());
    }

    /** On paper: why a row isn't simply a day's time. */
    private static String note(PayLine line) {
        var notes = new ArrayList<String>();
        if (line.last() != null) {
            notes.add("paid before, no. %d: %s h".formatted(line.last(), sum(line)));
        }
        if (line.renumbered() != null) {
            notes.add("paid under %s in no. %d"
                    .formatted(line.renumbered().before(), line.renumbered().export()));
        }
        if (line.withoutDistance() > 0) {
            notes.add(
                    line.withoutDistance() == 1
                            ? "1 session without distance"
                            : line.withoutDistance() + " sessions without distance");
        }
        return String.join("; ", notes);
    }

    private static String sum(PayLine line) {
        return line.before().driver().plus(line.before().dispatcher()).decimal().toPlainString();
    }
}
