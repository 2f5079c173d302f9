package org.sessiondesk.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody who was let in may still go on, as the database says now or said a second ago. */
@Component
public class Standing implements DisposableBean {

    /** News makes a change known at once; this is for news that is lost. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private static final long KEPT_OUT = -1;

    private final JdbcClient jdbc;
    private final Cache<UUID, Long> rights = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(LOOK_AGAIN_AFTER)
            .build();
    private final LiveNews.Subscription subscription;

    Standing(JdbcClient jdbc, LiveNews news) {
        this.jdbc = jdbc;
        this.subscription = news.listen(this::hear);
    }

    /** Whether the rights under which this person was let in still stand. */
    public boolean holds(SignedIn signedIn) {
        try {
            return rights.get(signedIn.person().id(), this::read) == signedIn.rights();
        } catch (DataAccessException _) {
            // With the database away nothing can be read or changed; typing is kept, so nobody is thrown out.
            return true;
        }
    }

    /** Whether this person may change sessions now, for work that goes on though nobody looks at it. */
    public boolean mayCorrect(UUID person) {
        return jdbc.sql("select role from account where id = :id and not disabled")
                .param("id", person)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .optional()
                .filter(Role::mayCorrect)
                .isPresent();
    }

    private Long read(UUID id) {
        return jdbc.sql("select rights from account where id = :id and not disabled")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(KEPT_OUT);
    }

    private void hear(News news) {
        if (news.topic() == News.Topic.ACCOUNT) {
            rights.invalidateAll();
        }
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
