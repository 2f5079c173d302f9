package org.sessiondesk.ontime.wire;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a response's bytes up to a size, then hangs up. What came before a break can still be had. */
final class BoundedBody implements BodySubscriber<Boolean> {

    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    BoundedBody(int longest) {
        this.longest = longest;
    }

    /** What has come so far. */
    synchronized byte[] soFar() {
        return bytes.toByteArray();
    }

    /** True when all came, false when there was more than the size allows. */
    @Override
    public CompletionStage<Boolean> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            int taken = Math.min(buffer.remaining(), longest - bytes.size());
            byte[] chunk = new byte[taken];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (buffer.hasRemaining() && whole.complete(false) && subscription != null) {
                subscription.cancel();
            }
        }
    }

    @Override
    public void onError(Throwable problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        whole.complete(true);
    }
}
