package org.sessiondesk.judge;

import java.util.List;

/**
 * A session among up to {@link Judge#REACH} before and after it in its vehicle's line, by log-in and id.
 *
 * @param at where the judged session stands in the list
 * @param newOdometers of this vehicle; those outside the window's times change nothing
 */
public record VehicleWindow(List<Placed> sessions, int at, List<NewOdometer> newOdometers) {}
