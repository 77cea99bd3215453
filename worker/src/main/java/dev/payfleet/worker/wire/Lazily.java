package dev.payfleet.worker.wire;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a thing when it is first asked for, once, whoever asks. A failure is not remembered.
final class Lazily<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> making;
    private volatile @Nullable T made;

    private Lazily(Supplier<T> making) {
        this.making = making;
    }

    static <T> Supplier<T> once(Supplier<T> making) {
        return new Lazily<>(making);
    }

    @Override
    public T get() {
        T ready = made;
        return ready == null ? make() : ready;
    }

    private T make() {
        lock.lock();
        try {
            T ready = made;
            if (ready == null) {
                ready = making.get();
                made = ready;
            }
            return ready;
        } finally {
            lock.unlock();
        }
    }
}
