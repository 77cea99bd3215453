/// Queue and outcome log on AWS: jobs in SQS, outcomes and dead letters in DynamoDB. Start at
/// [dev.payfleet.worker.queue.aws.SqsJobQueue] and [dev.payfleet.worker.queue.aws.DynamoOutcomeLog].
@NullMarked
package dev.payfleet.worker.queue.aws;

import org.jspecify.annotations.NullMarked;
