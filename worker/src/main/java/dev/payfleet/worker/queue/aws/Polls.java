package dev.payfleet.worker.queue.aws;

import dev.payfleet.session.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/// Long polls that can be ended. Each runs on a virtual thread of its own, where an interrupt closes the
/// connection; on a platform thread it would go unheard until SQS answers. What SQS gave to a poll that was ended
/// comes again when its visibility has run out.
final class Polls implements AutoCloseable {

    private final SqsQueue queue;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sqs-poll-", 0).factory());

    Polls(SqsQueue queue) {
        this.queue = queue;
    }

    /// @return nothing when nothing came, and once closed
    /// @throws StoreUnavailableException when SQS could not be asked
    List<Message> poll(ReceiveMessageRequest request) throws InterruptedException {
        Future<List<Message>> answer;
        try {
            answer = threads.submit(() -> queue.receive(request));
        } catch (RejectedExecutionException closed) {
            return List.of();
        }
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (isClosed()) {
                return List.of();
            }
            throw rethrown(e);
        }
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    private static RuntimeException rethrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
