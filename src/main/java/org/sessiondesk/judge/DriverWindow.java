package org.sessiondesk.judge;

import java.util.List;

/**
 * A session among up to {@link Judge#REACH} before and after it in its driver's line, by log-in and id.
 *
 * @param at where the judged session stands in the list
 */
public record DriverWindow(List<LineSession> sessions, int at) {}
