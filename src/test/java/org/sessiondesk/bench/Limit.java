package org.sessiondesk.bench;

import java.util.Locale;

/** What a figure has to keep. */
sealed interface Limit {

    boolean holds(double figure);

    record AtLeast(double figure) implements Limit {
        @Override
        public boolean holds(double measured) {
            return measured >= figure;
        }

        @Override
        public String toString() {
            return "≥ " + plain(figure);
        }
    }

    record AtMost(double figure) implements Limit {
        @Override
        public boolean holds(double measured) {
            return measured <= figure;
        }

        @Override
        public String toString() {
            return "≤ " + plain(figure);
        }
    }

    /** With as many decimals as say something. */
    static String plain(double figure) {
        String format = Math.abs(figure) >= 100 ? "%,.0f" : Math.abs(figure) >= 10 ? "%.1f" : "%.2f";
        String text = String.format(Locale.ROOT, format, figure);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
