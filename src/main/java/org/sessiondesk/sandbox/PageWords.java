package org.sessiondesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Puts the words of {@code sandbox/messages.properties} into the page: {@code {{key}}} is a text, {@code {{*}}} all of them. */
final class PageWords {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([\\w.*-]+)}}");

    private final Map<String, String> words = new TreeMap<>();

    PageWords() {
        var bundle = ResourceBundle.getBundle("sandbox/messages", Locale.US);
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
    }

    /** The page with its words in. */
    String fill(Resource page) {
        try {
            return PLACE.matcher(page.getContentAsString(StandardCharsets.UTF_8))
                    .replaceAll(place -> Matcher.quoteReplacement(text(place.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key) {
        if (key.equals("*")) {
            // Stands in a script element, which the next "<" could end.
            return JsonMapper.shared().writeValueAsString(words).replace("<", "\\u003c");
        }
        var word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("sandbox/messages.properties has no " + key);
        }
        return HtmlUtils.htmlEscape(word, "UTF-8");
    }
}
