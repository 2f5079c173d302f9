package org.sessiondesk.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What OnTime is to a delivery, and no more: it keeps records, and answers each GET and POST of one after 5 ms, however
 * many come at once. The sandbox's faults and limits would be measured along.
 */
final class LocalOnTime implements AutoCloseable {

    static final String COMPANY = "bench";
    static final String KEY = "a-key-of-the-bench";

    private static final Duration TAKES = Duration.ofMillis(5);
    private static final Pattern ID = Pattern.compile("\"ID\":\"([0-9a-f-]{36})\"");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, String> records = new ConcurrentHashMap<>();
    private final Map<UUID, Long> posted = new ConcurrentHashMap<>();
    private final LongAdder gets = new LongAdder();
    private final LongAdder posts = new LongAdder();
    private volatile Faults faults = Faults.none();

    LocalOnTime() {
        // Or each answer waits 40 ms for an acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address before {@code /sites/…}. */
    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void put(UUID id, String text) {
        records.put(id, text);
    }

    String record(UUID id) {
        var text = records.get(id);
        if (text == null) {
            throw new IllegalStateException("no record " + id);
        }
        return text;
    }

    /** What goes wrong from now on. */
    void meet(Faults next) {
        faults = next;
    }

    /** When the newest POST of the record came, by {@link System#nanoTime()}; null before the first. */
    @Nullable
    Long posted(UUID id) {
        return posted.get(id);
    }

    long gets() {
        return gets.sum();
    }

    long posts() {
        return posts.sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long came = System.nanoTime();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Thread.sleep(TAKES);
            if (exchange.getRequestMethod().equals("POST")) {
                post(exchange, body, came);
            } else {
                get(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        gets.increment();
        String path = exchange.getRequestURI().getPath();
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        if (faults.draw(id) == Faults.Fate.READING_FAILS) {
            send(exchange, 503, "busy");
        } else {
            send(exchange, 200, record(id));
        }
    }

    private void post(HttpExchange exchange, String body, long came) throws IOException {
        posts.increment();
        var matcher = ID.matcher(body);
        if (!matcher.find()) {
            throw new IOException("no ID in " + body);
        }
        var id = UUID.fromString(matcher.group(1));
        switch (faults.drawn(id)) {
            case SENDING_FAILS -> send(exchange, 503, "busy");
            case ANSWER_LOST -> records.put(id, body);
            case NONE, READING_FAILS -> {
                records.put(id, body);
                posted.put(id, came);
                send(exchange, 201, body);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
