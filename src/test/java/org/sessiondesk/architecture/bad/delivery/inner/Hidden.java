package org.sessiondesk.architecture.bad.delivery.inner;

/** Public for its own room's sake, and no promise. */
public class Hidden {}
