package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.server.VaadinService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.sessiondesk.account.People;
import org.sessiondesk.session.SettledBy;
import org.springframework.stereotype.Component;

/** Why something can't be changed, because its day is settled. */
@Component
public class SettledWords {

    private final People people;
    private final SiteTimes times;

    SettledWords(People people, SiteTimes times) {
        this.people = people;
        this.times = times;
    }

    /** {@code Signed by Anna Tue 18:10. Reopen it first.} Said on the thread of a screen. */
    public static String says(SettledBy by) {
        return VaadinService.getCurrent()
                .getInstantiator()
                .getOrCreate(SettledWords.class)
                .words("settled.first.", by);
    }

    /** {@code Signed by Anna Tue 18:10.} */
    public String brief(SettledBy by) {
        return words("settled.", by);
    }

    /** Among colleagues the first name is enough. */
    public String who(UUID account) {
        return people.name(account).split(" ", 2)[0];
    }

    /** When, near enough for a screen of these days. */
    public String at(Instant at) {
        return times.near(at);
    }

    private String words(String key, SettledBy by) {
        return t(key + by.kind(), who(by.by()), times.near(by.at()), day(by.first()), day(by.last()));
    }

    private String day(LocalDate date) {
        return times.day(date.atStartOfDay(times.zone()).toInstant());
    }
}
