package org.sessiondesk.live;

/** What the database told before its connection was cut, and whoever listens here is told only now. */
public record NewsUnderWay(LiveNews news) {

    /** It comes to everybody who listens. */
    public void arrive() {
        ((PostgresNews) news).spread(News.any(News.Topic.SESSION));
    }
}
