package org.sessiondesk.judge;

/** So many of so many. */
final class Share {

    private int hits;
    private int all;

    void count(boolean hit) {
        all++;
        hits += hit ? 1 : 0;
    }

    static Share sum(Iterable<Share> shares) {
        var sum = new Share();
        for (var share : shares) {
            sum.hits += share.hits;
            sum.all += share.all;
        }
        return sum;
    }

    int all() {
        return all;
    }

    double value() {
        return all == 0 ? 1 : (double) hits / all;
    }

    @Override
    public String toString() {
        return "%.3f (%,d of %,d)".formatted(value(), hits, all);
    }
}
