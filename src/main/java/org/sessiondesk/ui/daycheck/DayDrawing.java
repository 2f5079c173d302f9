package org.sessiondesk.ui.daycheck;

import java.util.List;

/**
 * What the plan draws, with all of its words. Places are percents of the day.
 *
 * @param day which day, by drivers or vehicles; on another one nothing is ticked
 * @param hours how many the day has
 * @param open the session in the editor; empty for none
 * @param foot the cells of the totals, as a row has them
 */
record DayDrawing(
        String day,
        String label,
        boolean table,
        int hours,
        String open,
        List<Tick> ticks,
        List<String> heads,
        List<Row> rows,
        Row foot) {

    /** An hour that is named. */
    record Tick(double at, String says) {}

    /** A piece of the day without a session of its own. */
    record Mark(double at, double width, String says) {}

    /** Words with the colour that goes with them; absent words are empty. */
    record Cell(String says, String more, String kind) {

        static Cell of(String says) {
            return new Cell(says, "", "");
        }

        static Cell of(String says, String kind) {
            return new Cell(says, "", kind);
        }
    }

    /** What can be done about a row: a code, the button's words, and what it is called among all. */
    record Act(String what, String says, String label) {

        static final Act NONE = new Act("", "", "");
    }

    /**
     * A row.
     *
     * @param href its sessions in the list
     * @param lanes how many bars lie over each other at most
     */
    record Row(
            String key,
            String name,
            String href,
            int lanes,
            List<Bar> bars,
            List<Mark> gaps,
            List<Mark> overlaps,
            Cell driver,
            Cell dispatcher,
            Cell distance,
            Cell problems,
            Cell sent,
            Cell state,
            Act act) {}

    /**
     * A session.
     *
     * @param lane which of the row's lanes it lies in
     * @param shown what stands in the bar, short
     * @param says the same and all else in words
     * @param before where it comes from, if from an earlier day; so after
     * @param kind class names: error or warning, open, elsewhere, dispatcher
     */
    record Bar(
            String key,
            String href,
            int lane,
            double at,
            double width,
            String sign,
            String shown,
            String says,
            String before,
            String after,
            String kind) {}
}
