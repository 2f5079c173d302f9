package org.sessiondesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sessiondesk.live.LiveNews;
import org.sessiondesk.live.News;
import org.sessiondesk.live.News.Topic;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Brings live news to a screen: on its own thread under its own lock, for as long as it is attached, and at most four
 * times a second however much happens.
 *
 * <pre>{@code liveUpdates.follow(this, Set.of(Topic.SESSION), news -> grid.refresh(news)); }</pre>
 */
@Service
public class LiveUpdates implements DisposableBean {

    private static final long SHORTEST_GAP_MS = 250;

    private final LiveNews news;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("live-updates-", 0).factory());

    LiveUpdates(LiveNews news) {
        this.news = news;
    }

    /**
     * Calls the screen back with what changed, one call a topic, whenever it is attached. What happened before it was
     * attached isn't told: read first when attaching.
     */
    public void follow(Component screen, Set<Topic> topics, Consumer<News> callback) {
        follow(screen, topics, SHORTEST_GAP_MS, heard -> heard.forEach(callback));
    }

    /** The same for a screen whose look is dear: at most once in such a time, whatever happened meanwhile. */
    public void follow(Component screen, Set<Topic> topics, Duration gap, Runnable callback) {
        follow(screen, topics, gap.toMillis(), _ -> callback.run());
    }

    private void follow(Component screen, Set<Topic> topics, long gap, Consumer<List<News>> callback) {
        screen.addAttachListener(attached -> start(screen, topics, new Follower(attached.getUI(), gap, callback)));
        screen.getUI().ifPresent(ui -> start(screen, topics, new Follower(ui, gap, callback)));
    }

    private void start(Component screen, Set<Topic> topics, Follower follower) {
        LiveNews.Subscription subscription = news.listen(heard -> {
            if (topics.contains(heard.topic())) {
                follower.hear(heard);
            }
        });
        screen.addDetachListener(detached -> {
            detached.unregisterListener();
            subscription.close();
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /** One attached screen: gathers news while the last call is younger than the gap. */
    private final class Follower {

        private final UI ui;
        private final long gap;
        private final Consumer<List<News>> callback;
        private final Map<Topic, Set<UUID>> gathered = new EnumMap<>(Topic.class);
        private boolean planned;
        private long lastCall;

        private Follower(UI ui, long gap, Consumer<List<News>> callback) {
            this.ui = ui;
            this.gap = gap;
            this.callback = callback;
            this.lastCall = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(gap);
        }

        private synchronized void hear(News heard) {
            Set<UUID> before = gathered.get(heard.topic());
            if (heard.ids().isEmpty()) {
                gathered.put(heard.topic(), Set.of());
            } else if (before == null) {
                gathered.put(heard.topic(), new HashSet<>(heard.ids()));
            } else if (!before.isEmpty()) {
                before.addAll(heard.ids());
            }
            if (!planned) {
                planned = true;
                long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastCall);
                threads.schedule(this::call, Math.max(0, gap - since), TimeUnit.MILLISECONDS);
            }
        }

        private void call() {
            try {
                ui.access(() -> callback.accept(take()));
            } catch (UIDetachedException _) {
                // The tab closed meanwhile; its detach listener has ended the subscription.
            }
        }

        private synchronized List<News> take() {
            List<News> all = gathered.entrySet().stream()
                    .map(topic -> new News(topic.getKey(), List.copyOf(topic.getValue())))
                    .toList();
            gathered.clear();
            planned = false;
            lastCall = System.nanoTime();
            return all;
        }
    }
}
