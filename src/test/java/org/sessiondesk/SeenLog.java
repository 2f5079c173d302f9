package org.sessiondesk;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What was logged while it was open. */
final class SeenLog implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    private SeenLog() {
        seen.start();
        root.addAppender(seen);
    }

    static SeenLog start() {
        return new SeenLog();
    }

    List<String> saying(String words) {
        return events().stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(words))
                .toList();
    }

    /** What others than we said with a stack trace. */
    List<String> stackTracesOfLibraries() {
        return events().stream()
                .filter(event -> event.getThrowableProxy() != null)
                .filter(event -> !event.getLoggerName().startsWith("org.sessiondesk."))
                .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(seen);
    }

    private List<ILoggingEvent> events() {
        return List.copyOf(seen.list);
    }
}
