package org.sessiondesk.bench;

/** What is run and measured from outside. */
@FunctionalInterface
interface Work {

    void run() throws Exception;
}
