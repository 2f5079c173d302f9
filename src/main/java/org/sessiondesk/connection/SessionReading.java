package org.sessiondesk.connection;

/** Whether our key may read driver sessions: who reads and who sends tell each other. */
public interface SessionReading {

    /** OnTime answered 403 to such a reading, and it isn't time yet to try it again. */
    boolean isForbidden();

    /**
     * OnTime answered 403 to one: none is sent for a while.
     *
     * @param words what OnTime said, as text
     */
    void forbidden(String words);
}
