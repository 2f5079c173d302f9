package org.sessiondesk.architecture.bad.delivery;

/** A room's face. */
public class Deliveries {}
