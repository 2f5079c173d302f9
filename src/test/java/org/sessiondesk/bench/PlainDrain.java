package org.sessiondesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The floor under the queue: a loop, so many at once, that claims a task, delivers, and ends the task. */
final class PlainDrain implements AutoCloseable {

    private static final String CLAIM = """
            update scheduled_tasks set picked = true, picked_by = 'plain', last_heartbeat = ?, version = version + 1
            where task_name = 'delivery' and task_instance = ? and not picked
            """;

    private static final String END = "delete from scheduled_tasks where task_name = 'delivery' and task_instance = ?";

    private final JdbcClient jdbc;
    private final PlainDelivery delivery;
    private final ExecutorService threads;
    private final int concurrency;

    PlainDrain(JdbcClient jdbc, PlainDelivery delivery, int concurrency) {
        this.jdbc = jdbc;
        this.delivery = delivery;
        this.concurrency = concurrency;
        this.threads = Executors.newFixedThreadPool(concurrency);
    }

    void drain() throws Exception {
        Queue<UUID> due =
                new ConcurrentLinkedQueue<>(jdbc.sql("""
                        select task_instance::uuid from scheduled_tasks
                        where task_name = 'delivery' and not picked order by execution_time
                        """).query(UUID.class).list());
        List<Callable<Void>> loops = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            loops.add(() -> {
                for (UUID session = due.poll(); session != null; session = due.poll()) {
                    delivery.run(CLAIM, PlainDelivery.now(), session.toString());
                    delivery.deliver(session);
                    delivery.run(END, session.toString());
                }
                return null;
            });
        }
        for (var loop : threads.invokeAll(loops)) {
            loop.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
