/// Used grants in DynamoDB. Start at [dev.payfleet.worker.grant.aws.DynamoUsedGrants].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.grant.aws;
