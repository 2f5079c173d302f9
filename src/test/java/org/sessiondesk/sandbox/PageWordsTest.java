package org.sessiondesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sessiondesk.sandbox.fleet.PlantedMistake;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class PageWordsTest {

    private final Set<String> known =
            ResourceBundle.getBundle("sandbox/messages", Locale.US).keySet();

    @Test
    void every_text_of_the_page_comes_from_the_bundle() {
        var page = new PageWords().fill(new ClassPathResource("sandbox/page.html"));

        assertThat(page).contains("<h1>OnTime sandbox</h1>").doesNotContain("{{");
        var source = text("page.html").replaceAll("(?s)<[^>]*>", " ").replaceAll("\\{\\{[^}]*}}", " ");
        assertThat(source).doesNotContainPattern("\\w");
    }

    @Test
    void the_script_and_whatever_it_shows_have_their_words() {
        var keys = Pattern.compile("\\bt\\('([\\w.-]+\\w)'[,)]")
                .matcher(text("page.js"))
                .results();

        assertThat(keys.map(found -> found.group(1)))
                .hasSizeGreaterThan(15)
                .allSatisfy(key -> assertThat(known).contains(key));
        assertThat(Arrays.stream(FaultKind.values()).map(kind -> "fault." + kind))
                .allMatch(known::contains);
        assertThat(Arrays.stream(Call.Kind.values()).map(kind -> "call." + kind))
                .allMatch(known::contains);
        assertThat(Arrays.stream(PlantedMistake.Kind.values()).map(kind -> "mistake." + kind))
                .allMatch(known::contains);
    }

    @Test
    void words_are_text_in_the_page() {
        var filled = new PageWords().fill(new ByteArrayResource("{{*}}".getBytes(StandardCharsets.UTF_8)));

        assertThat(filled)
                .startsWith("{")
                .contains("\"title\":\"OnTime sandbox\"")
                .doesNotContain("<");
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("sandbox/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
