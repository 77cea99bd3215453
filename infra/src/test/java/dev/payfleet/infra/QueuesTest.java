package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.infra.Stacked.Resource;
import dev.payfleet.worker.queue.aws.FifoQueue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueuesTest {
    static List<FifoQueue> queues() {
        return FifoQueue.ALL;
    }

    @ParameterizedTest
    @MethodSource("queues")
    void a_queue_is_what_the_worker_takes_it_for(FifoQueue queue) {
        Resource made = made(queue);

        assertThat(made.at("FifoQueue").flag()).isTrue();
        assertThat(made.at("VisibilityTimeout").number())
                .isEqualTo((int) queue.visibility().toSeconds());
        assertThat(made.at("MessageRetentionPeriod").number())
                .isEqualTo((int) queue.retention().toSeconds());
        assertThat(made.at("MaximumMessageSize").number()).isEqualTo(queue.maxBytes());
        assertThat(made.at("DeduplicationScope").text()).isEqualTo("messageGroup");
        assertThat(made.at("FifoThroughputLimit").text()).isEqualTo("perMessageGroupId");
        assertThat(made.at("ContentBasedDeduplication").flag()).isFalse();
    }

    @Test
    void no_queue_is_there_that_the_worker_does_not_know() {
        assertThat(Stacked.all("AWS::SQS::Queue")).hasSameSizeAs(FifoQueue.ALL);
    }

    @Test
    void a_job_that_is_received_too_often_lands_among_the_dead() {
        Node redrive = made(FifoQueue.JOBS).at("RedrivePolicy");

        assertThat(redrive.at("maxReceiveCount").number()).isEqualTo(FifoQueue.MAX_RECEIVES);
        assertThat(redrive.at("deadLetterTargetArn")
                        .mentions(made(FifoQueue.DEAD_JOBS).id()))
                .isTrue();
        assertThat(made(FifoQueue.DEAD_JOBS)
                        .at("RedriveAllowPolicy", "sourceQueueArns")
                        .mentions("payfleet-jobs.fifo"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void a_queue_lies_under_the_storage_key_and_speaks_tls_only(FifoQueue queue) {
        Resource made = made(queue);

        assertThat(made.at("KmsMasterKeyId").mentions("KeysStorage")).isTrue();
        assertThat(Stacked.all("AWS::SQS::QueuePolicy").stream()
                        .filter(policy -> policy.at("Queues").mentions(made.id()))
                        .flatMap(policy -> Sentence.in(policy, "PolicyDocument"))
                        .filter(sentence -> sentence.denies("sqs:SendMessage"))
                        .map(sentence -> sentence.condition("Bool", "aws:SecureTransport")))
                .containsExactly("false");
    }

    private static Resource made(FifoQueue queue) {
        return Stacked.all("AWS::SQS::Queue").stream()
                .filter(resource -> resource.at("QueueName").text().equals(queue.nameIn("payfleet")))
                .findFirst()
                .orElseThrow();
    }
}
