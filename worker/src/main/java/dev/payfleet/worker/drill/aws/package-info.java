/// The drill's way to DynamoDB. Start at [dev.payfleet.worker.drill.aws.DynamoRecovery].
@NullMarked
package dev.payfleet.worker.drill.aws;

import org.jspecify.annotations.NullMarked;
