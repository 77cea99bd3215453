package dev.payfleet.infra;

import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// Where alarms go.
final class AlarmTopic extends Construct {
    private final Topic topic;

    AlarmTopic(Construct scope, Deployment deployment, Key key) {
        super(scope, "AlarmTopic");
        this.topic = Topic.Builder.create(this, "Topic")
                .topicName(deployment.named("alarms"))
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addSubscription(new EmailSubscription(deployment.people().alarms()));
    }

    Topic topic() {
        return topic;
    }
}
