package org.sessiondesk;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.database.DatabaseRefused;
import org.sessiondesk.site.ImpossibleSetting;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the start ends, where an operator can mend it; anything else is left to Spring Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    /** As Spring Boot calls it. */
    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = line(failure);
        line.ifPresent(System.err::println);
        return line.isPresent();
    }

    /** The line, empty if the failure is none of those that a setting mends. */
    static Optional<String> line(Throwable failure) {
        BindException binding = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ImpossibleSetting setting -> {
                    return Optional.ofNullable(setting.getMessage());
                }
                case DatabaseRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case PortInUseException port -> {
                    return Optional.of("SERVER_PORT " + port.getPort() + " is in use by another program. Example: "
                            + "SERVER_PORT=" + (port.getPort() + 1));
                }
                case InvalidConfigurationPropertyValueException value -> {
                    // Spring Boot's own conditions read the port before any of our rooms can.
                    return Optional.of(variable(ConfigurationPropertyName.of(value.getName())) + " can't be read."
                            + (value.getName().equals("server.port") ? " Example: 8080" : ""));
                }
                case BindException bind -> binding = bind;
                default -> {
                    // Deeper down.
                }
            }
        }
        return Optional.ofNullable(binding).map(StartFailureReporter::unreadable);
    }

    /** Without the value: it may be a secret. */
    private static String unreadable(BindException failure) {
        Class<?> type = failure.getTarget().getType().toClass();
        String example = example(type);
        return variable(failure.getName()) + " can't be read as " + word(type) + "."
                + (example.isEmpty() ? "" : " Example: " + example);
    }

    private static String variable(ConfigurationPropertyName name) {
        return name.toString().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static String word(Class<?> type) {
        if (type == Duration.class) {
            return "a duration";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == URI.class || type == Path.class) {
            return type == URI.class ? "an address" : "a path";
        }
        return type.isEnum()
                ? "one of " + String.join(", ", values(type))
                : isNumber(type) ? "a number" : type.getSimpleName();
    }

    private static String example(Class<?> type) {
        if (type == Duration.class) {
            return "10s";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        if (type.isEnum()) {
            return values(type).getFirst();
        }
        return isNumber(type) ? "10" : "";
    }

    private static List<String> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class);
    }
}
