/// The door of ElasticMQ, loaded together with it. Start at [SqsServer].
@NullMarked
package dev.payfleet.awslocal.sqs;

import org.jspecify.annotations.NullMarked;
