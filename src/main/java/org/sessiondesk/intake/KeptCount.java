package org.sessiondesk.intake;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What takes a while to count is counted once in a while: every screen asks for it twice a second. */
final class KeptCount<T> {

    private static final int LARGE = 10_000;

    private final Duration kept;
    private final ToIntFunction<T> size;
    private volatile @Nullable Counted<T> last;

    private record Counted<T>(@Nullable Object about, T count, long at) {}

    /** @param size how many were counted; of a few the count is always fresh */
    KeptCount(Duration kept, ToIntFunction<T> size) {
        this.kept = kept;
        this.size = size;
    }

    /** The count as it was a moment ago, unless what it is about has changed since. */
    T of(@Nullable Object about, Supplier<T> counting) {
        var before = last;
        if (before != null
                && size.applyAsInt(before.count()) > LARGE
                && Objects.equals(before.about(), about)
                && System.nanoTime() - before.at() < kept.toNanos()) {
            return before.count();
        }
        var fresh = new Counted<>(about, counting.get(), System.nanoTime());
        last = fresh;
        return fresh.count();
    }
}
