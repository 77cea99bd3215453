package dev.payfleet.awslocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.awslocal.Clients;
import dev.payfleet.awslocal.LocalAws;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class DeliveriesTest {
    private final FaultyWire wire = FaultyWire.before(LocalAws.shared().sqs());
    private final SqsClient sqs = Clients.sqs(wire.uri());
    private String queue;

    @BeforeEach
    void createQueue() {
        queue = sqs.createQueue(create -> create.queueName("q-" + UUID.randomUUID() + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
    }

    @AfterEach
    void close() {
        sqs.close();
        wire.close();
    }

    @Test
    void a_message_is_delivered_again_to_the_next_receive() {
        wire.next("ReceiveMessage", Fault.deliveredAgain());
        send("one", "a");
        send("two", "b");

        Message first = receive(1).getFirst();
        Message again = receive(1).getFirst();
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(bodies(receive(1))).containsExactly("two");
    }

    @Test
    void a_receive_that_brings_nothing_leaves_the_fault_for_a_later_one() {
        wire.next("ReceiveMessage", Fault.deliveredAgain());
        assertThat(receive(1)).isEmpty();
        assertThat(wire.left()).isEqualTo(1);

        send("one", "a");
        assertThat(bodies(receive(1))).containsExactly("one");
        assertThat(bodies(receive(1))).containsExactly("one");
        assertThat(receive(1)).isEmpty();
    }

    @Test
    void a_message_that_comes_late_is_overtaken() {
        wire.next("ReceiveMessage", Fault.deliveredLate());
        send("one", "a");
        send("two", "b");

        assertThat(receive(1)).isEmpty();
        assertThat(bodies(receive(1))).containsExactly("two");
        assertThat(bodies(receive(1))).containsExactly("one");
    }

    @Test
    void a_batch_comes_in_the_opposite_order() {
        wire.next("ReceiveMessage", Fault.deliveredInReverse());
        send("one", "a");
        send("two", "a");
        send("three", "a");

        assertThat(bodies(receive(10))).containsExactly("three", "two", "one");
        assertThat(wire.left()).isZero();
    }

    @Test
    void another_queues_receive_gets_none_of_it() {
        wire.next("ReceiveMessage", Fault.deliveredAgain());
        send("one", "a");
        receive(1);
        String before = queue;
        createQueue();

        assertThat(receive(1)).isEmpty();
        queue = before;
        assertThat(bodies(receive(1))).containsExactly("one");
    }

    private void send(String body, String group) {
        sqs.sendMessage(send ->
                send.queueUrl(queue).messageBody(body).messageGroupId(group).messageDeduplicationId(body));
    }

    private List<Message> receive(int atMost) {
        return sqs.receiveMessage(ask -> ask.queueUrl(queue).maxNumberOfMessages(atMost))
                .messages();
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }
}
