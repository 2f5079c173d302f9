package org.sessiondesk.ontime.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request at a time a caller, bounded as a whole: the JDK's own time-out ends at the response's headers, so a
 * body that drips would hold a worker for ever. Redirects are never followed, certificates always verified.
 */
public final class HttpExchanges implements AutoCloseable {

    private final HttpClient client;
    private final Duration exchangeTimeout;

    /** With these time-outs; the second includes the first. */
    public HttpExchanges(Duration connectTimeout, Duration exchangeTimeout) {
        this.exchangeTimeout = exchangeTimeout;
        this.client = HttpClient.newBuilder()
                // One request a connection at a time: when it breaks, it is clear what was sent.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /**
     * Sends, and listens until the end of the answer or of the time. An interrupt ends it too and stays set.
     *
     * @param body null for a GET
     * @param longest more bytes of an answer are not read
     */
    public Heard exchange(HttpRequest.Builder request, @Nullable String body, int longest) {
        var listening = new Listening(longest);
        var sending = body == null ? null : new Sending(body);
        if (sending != null) {
            request.POST(sending);
        }
        long started = System.nanoTime();
        var response = client.sendAsync(request.build(), listening);
        String problem;
        boolean beforeSending = false;
        boolean brokenOff = true;
        try {
            boolean whole = response.get(exchangeTimeout.toNanos(), TimeUnit.NANOSECONDS)
                    .body();
            problem = whole ? null : BodyText.tooLong(longest);
            brokenOff = false;
        } catch (TimeoutException e) {
            response.cancel(true);
            problem = "no whole answer within " + inWords(exchangeTimeout);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            problem = "we stopped while waiting for the answer";
        } catch (ExecutionException e) {
            problem = words(e.getCause());
            beforeSending = isBeforeSending(e.getCause());
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        boolean sent = sending != null && sending.begun && !beforeSending;
        return listening.heard(problem, brokenOff, sent, took);
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static boolean isBeforeSending(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    /** Ours, not the exception's: its message may quote what we don't want to show. */
    private static String words(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException e -> "no connection in time";
            case ConnectException e when hasCause(e, UnresolvedAddressException.class) -> "the host name is not known";
            case ConnectException e -> "no connection: nobody answers at the address";
            case SSLException e -> "no safe connection: the certificate or the encryption is not accepted";
            case IOException e -> "the connection broke before the answer was whole";
            case null, default -> "the exchange failed";
        };
    }

    private static boolean hasCause(Throwable problem, Class<? extends Throwable> type) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** The request's body; knows whether the connection stood and the body was asked for. */
    private static final class Sending implements BodyPublisher {

        private final BodyPublisher bytes;
        private volatile boolean begun;

        Sending(String body) {
            this.bytes = BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        }

        @Override
        public long contentLength() {
            return bytes.contentLength();
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            begun = true;
            bytes.subscribe(subscriber);
        }
    }

    /** Keeps the status and the bytes so far: a broken body doesn't make a 400 unheard. */
    private static final class Listening implements BodyHandler<Boolean> {

        private final int longest;
        private volatile @Nullable ResponseInfo head;
        private volatile @Nullable BoundedBody body;

        Listening(int longest) {
            this.longest = longest;
        }

        @Override
        public BodySubscriber<Boolean> apply(ResponseInfo info) {
            var subscriber = new BoundedBody(longest);
            body = subscriber;
            head = info;
            return subscriber;
        }

        Heard heard(@Nullable String problem, boolean brokenOff, boolean sent, Duration took) {
            var heardHead = head;
            var heardBody = body;
            if (heardHead == null || heardBody == null) {
                return new Heard.Silence(problem == null ? "no answer" : problem, sent, took);
            }
            var text = BodyText.of(heardBody.soFar(), heardHead.headers(), longest);
            return new Heard.Answer(
                    heardHead.statusCode(),
                    heardHead.headers(),
                    text.text(),
                    problem == null ? text.flaw() : problem,
                    brokenOff,
                    took);
        }
    }
}
