package org.sessiondesk.health;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves out what libraries log, stack and all, at each try while the database is away, busy or full:
 * {@link DatabaseWatch} says it once. Our own lines stay.
 */
final class QuietLog extends TurboFilter implements SmartLifecycle {

    private static final String OURS = "org.sessiondesk.";

    private volatile boolean quiet;

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable problem) {
        if (!quiet || !level.isGreaterOrEqual(Level.WARN) || logger.getName().startsWith(OURS)) {
            return FilterReply.NEUTRAL;
        }
        Throwable told = problem != null ? problem : last(arguments);
        return told != null
                        && DatabaseTrouble.of(told).filter(QuietLog::isSaidOnce).isPresent()
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isSaidOnce(DatabaseTrouble trouble) {
        return trouble != DatabaseTrouble.HELD_UP;
    }

    private static @Nullable Throwable last(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Throwable told
                ? told
                : null;
    }

    @Override
    public void start() {
        super.start();
        if (!quiet && LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.addTurboFilter(this);
        }
        quiet = true;
    }

    @Override
    public void stop() {
        quiet = false;
        super.stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
    }

    @Override
    public boolean isRunning() {
        return quiet;
    }

    /** Last to stop: the ends of other things fail of the database, too. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
