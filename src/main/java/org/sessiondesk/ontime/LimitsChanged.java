package org.sessiondesk.ontime;

/** OnTime's headers said something new about the limits. Published on the calling thread, after nearly every call. */
public record LimitsChanged(Limits limits) {}
