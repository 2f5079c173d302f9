package org.sessiondesk.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.report.Feeds.Days;
import org.sessiondesk.report.Feeds.Form;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** What a program asks, or what is wrong with how it asks. */
sealed interface Question {

    /** It can be answered. */
    record Asked(Days days, Form form) implements Question {}

    /**
     * It can't.
     *
     * @param parameter which one is wrong; null where none is
     */
    record Wrong(int status, String words, @Nullable String parameter) implements Question {}

    MediaType CSV = new MediaType("text", "csv");

    /** The form of a date, with a year that a database knows. */
    Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    Set<String> PARAMETERS = Set.of("from", "to");

    /** Reads one. A parameter that isn't known is refused: misspelt it would ask for everything. */
    static Question read(Map<String, String[]> parameters, @Nullable String accept) {
        for (var parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (!PARAMETERS.contains(name)) {
                return new Wrong(400, "There is no parameter " + name + " here, only from and to.", name);
            }
            if (parameter.getValue().length > 1) {
                return new Wrong(400, name + " is there twice.", name);
            }
        }
        try {
            LocalDate from = date(parameters, "from");
            LocalDate to = date(parameters, "to");
            if (from != null && to != null && from.isAfter(to)) {
                return new Wrong(400, "from is after to.", "from");
            }
            Form form = form(accept);
            return form == null
                    ? new Wrong(406, "This is there as application/json and as text/csv.", null)
                    : new Asked(new Days(from, to), form);
        } catch (NoDate e) {
            return new Wrong(
                    400,
                    e.parameter + " is no date as 2026-06-30: the day in the site's zone, inclusive.",
                    e.parameter);
        }
    }

    private static @Nullable LocalDate date(Map<String, String[]> parameters, String name) throws NoDate {
        String[] values = parameters.get(name);
        if (values == null) {
            return null;
        }
        if (!DATE.matcher(values[0]).matches()) {
            throw new NoDate(name);
        }
        try {
            return LocalDate.parse(values[0]);
        } catch (DateTimeException e) {
            throw new NoDate(name);
        }
    }

    /** The form that is liked best; null where neither will do. */
    private static @Nullable Form form(@Nullable String accept) {
        List<MediaType> liked;
        try {
            liked = MediaType.parseMediaTypes(accept);
            if (liked.isEmpty()) {
                return Form.JSON;
            }
            MimeTypeUtils.sortBySpecificity(liked);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return null;
        }
        liked.removeIf(type -> type.getQualityValue() == 0);
        for (MediaType type : liked) {
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return Form.JSON;
            }
            if (type.includes(CSV)) {
                return Form.CSV;
            }
        }
        return null;
    }

    /** What should be one isn't. */
    final class NoDate extends Exception {
        private static final long serialVersionUID = 1L;
        private final String parameter;

        private NoDate(String parameter) {
            super(parameter);
            this.parameter = parameter;
        }
    }
}
