package org.sessiondesk.session;

import java.util.List;
import org.sessiondesk.ontime.UserSession;

/**
 * Records came whose IDs nobody knows and that may be creates of ours, by driver and log-in. They weren't taken in;
 * published in the transaction that got them.
 */
public record CandidatesRead(List<UserSession> records) {}
