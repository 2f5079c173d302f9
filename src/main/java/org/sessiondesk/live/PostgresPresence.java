package org.sessiondesk.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Presence in an unlogged table, by the database's clock, so that instances agree on who is there. */
@Component
class PostgresPresence implements Presence {

    private final JdbcClient jdbc;
    private final LiveNews news;

    PostgresPresence(JdbcClient jdbc, LiveNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    @Override
    @Transactional
    public void enter(UUID subject, UUID person, UUID tab) {
        boolean arrived = jdbc.sql("""
                        with gone as (
                            delete from presence where subject = :subject and tab <> :tab and until < clock_timestamp()
                        )
                        insert into presence (subject, tab, person, since, until)
                        values (:subject, :tab, :person, clock_timestamp(), clock_timestamp() + :lasts * interval '1 second')
                        on conflict (subject, tab) do update set until = excluded.until
                        returning (xmax = 0)
                        """)
                .param("subject", subject)
                .param("tab", tab)
                .param("person", person)
                .param("lasts", LASTS.toSeconds())
                .query(Boolean.class)
                .single();
        if (arrived) {
            news.tell(News.of(News.Topic.PRESENCE, subject));
        }
    }

    @Override
    @Transactional
    public void leave(UUID subject, UUID tab) {
        int left = jdbc.sql("delete from presence where subject = ? and tab = ?")
                .params(subject, tab)
                .update();
        if (left > 0) {
            news.tell(News.of(News.Topic.PRESENCE, subject));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<UUID>> at(Collection<UUID> subjects) {
        var people = new HashMap<UUID, List<UUID>>();
        if (subjects.isEmpty()) {
            return people;
        }
        jdbc.sql("""
                        select subject, person from presence
                        where subject = any(:subjects) and until > clock_timestamp()
                        group by subject, person
                        order by min(since)
                        """).param("subjects", subjects.toArray(UUID[]::new)).query(row -> {
            people.computeIfAbsent(row.getObject("subject", UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject("person", UUID.class));
        });
        return people;
    }
}
