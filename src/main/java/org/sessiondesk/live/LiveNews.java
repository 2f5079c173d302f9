package org.sessiondesk.live;

import java.util.function.Consumer;

/** News that reaches every instance of the portal within a second. */
public interface LiveNews {

    /**
     * Tells it to every instance, this one included: when the current transaction commits, never if it rolls back;
     * at once where no transaction is open. Costs one statement.
     */
    void tell(News news);

    /**
     * As {@link #tell}, but soon after the commit and by another thread: for what only passes, and happens often. PostgreSQL
     * lets one transaction with news commit at a time, each waiting for the disk; this one has none. A process that dies
     * between the commit and the news doesn't tell it.
     */
    void mention(News news);

    /**
     * Calls the listener for all news until closed, on the news thread: hand over to another thread, don't work here.
     * After a lost connection the listener hears {@link News#any} of every topic, since some may have been missed.
     */
    Subscription listen(Consumer<News> listener);

    /** Ends the listening. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
