package org.sessiondesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessiondesk.api.Question.Asked;
import org.sessiondesk.api.Question.Wrong;
import org.sessiondesk.report.Feeds.Days;
import org.sessiondesk.report.Feeds.Form;

class QuestionTest {

    @Test
    void both_days_may_be_left_out_and_may_be_the_same() {
        assertThat(read(Map.of(), null)).isEqualTo(new Asked(new Days(null, null), Form.JSON));
        var day = LocalDate.of(2026, 6, 2);
        assertThat(read(Map.of("from", new String[] {"2026-06-02"}, "to", new String[] {"2026-06-02"}), null))
                .isEqualTo(new Asked(new Days(day, day), Form.JSON));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/*",
                "application/json, text/csv",
                "text/csv;q=0.5, */*;q=0.9"
            })
    void json_is_what_whoever_takes_anything_gets(@Nullable String accept) {
        assertThat(read(Map.of(), accept)).isEqualTo(new Asked(new Days(null, null), Form.JSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/*",
                "text/csv;charset=utf-8",
                "text/csv, */*;q=0.1",
                "application/json;q=0.5, text/csv"
            })
    void csv_is_what_whoever_likes_it_better_gets(String accept) {
        assertThat(read(Map.of(), accept)).isEqualTo(new Asked(new Days(null, null), Form.CSV));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"text/html", "image/png, text/plain", "text/csv;q=0", "not a type"},
            delimiter = '|')
    void neither_is_said(String accept) {
        assertThat(read(Map.of(), accept))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.status()).isEqualTo(406));
    }

    private static Question read(Map<String, String[]> parameters, @Nullable String accept) {
        return Question.read(parameters, accept);
    }
}
