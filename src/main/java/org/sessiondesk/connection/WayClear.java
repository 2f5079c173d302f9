package org.sessiondesk.connection;

/** What was held back may try at once. Published in the transaction that opened the gate. */
public record WayClear() {}
