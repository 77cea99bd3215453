package dev.payfleet.worker.queue.aws;

import dev.payfleet.session.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Reads the next events of all shards: one call for what is new where, one more for each shard that has something.
record PageReading(OutcomeShards shards) {

    /// The next events, merged by when they were published, each shard's in its own order. Moves the positions past
    /// them.
    ///
    /// @param max how many at most
    List<OutcomeItem> read(Positions positions, int max) throws InterruptedException {
        long[] tails = shards.tails();
        List<Integer> active = IntStream.range(0, shards.count())
                .filter(shard -> tails[shard] > positions.in(shard))
                .boxed()
                .toList();
        if (active.isEmpty()) {
            return List.of();
        }
        int each = Math.ceilDiv(max, active.size());
        List<List<OutcomeItem>> found = inParallel(active.stream()
                .<Callable<List<OutcomeItem>>>map(shard -> () -> shards.after(shard, positions.in(shard), each))
                .toList());
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isEmpty()) {
                // Everything up to the last number has outlived its time.
                positions.advance(active.get(i), tails[active.get(i)]);
            }
        }
        List<OutcomeItem> page = merge(found, max);
        page.forEach(item -> positions.advance(Integer.parseInt(item.shard()), item.seq()));
        return page;
    }

    private static List<OutcomeItem> merge(List<List<OutcomeItem>> shards, int max) {
        PriorityQueue<Deque<OutcomeItem>> heads = new PriorityQueue<>(
                Comparator.comparing(rest -> rest.getFirst().outcome().publishedAt()));
        shards.stream().filter(items -> !items.isEmpty()).map(ArrayDeque::new).forEach(heads::add);
        List<OutcomeItem> merged = new ArrayList<>();
        while (!heads.isEmpty() && merged.size() < max) {
            Deque<OutcomeItem> rest = heads.remove();
            merged.add(rest.removeFirst());
            if (!rest.isEmpty()) {
                heads.add(rest);
            }
        }
        return merged;
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreUnavailableException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
