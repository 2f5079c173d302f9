package org.sessiondesk.account;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps everybody's name until an account changes. */
@Component
class PeopleNames implements People, DisposableBean {

    private final JdbcClient jdbc;
    private final LiveNews.Subscription subscription;
    private volatile @Nullable Map<UUID, String> known;

    PeopleNames(JdbcClient jdbc, LiveNews news) {
        this.jdbc = jdbc;
        this.subscription = news.listen(this::hear);
    }

    private record Name(UUID id, String name) {}

    @Override
    public Map<UUID, String> names() {
        Map<UUID, String> names = known;
        if (names == null) {
            names = jdbc.sql("select id, name from account").query(Name.class).list().stream()
                    .collect(Collectors.toUnmodifiableMap(Name::id, Name::name));
            known = names;
        }
        return names;
    }

    @Override
    public String name(UUID id) {
        if (!names().containsKey(id)) {
            // Somebody so new that the news of them hasn't come yet.
            known = null;
        }
        return People.super.name(id);
    }

    private void hear(News news) {
        if (news.topic() == News.Topic.ACCOUNT) {
            known = null;
        }
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
