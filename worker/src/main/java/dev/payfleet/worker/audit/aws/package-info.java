/// The audit log in DynamoDB. Start at [dev.payfleet.worker.audit.aws.DynamoAuditTrail].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.audit.aws;
