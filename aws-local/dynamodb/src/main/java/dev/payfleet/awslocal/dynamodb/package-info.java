/// The door of DynamoDB local, loaded together with it. Start at [DynamoDbServer].
@NullMarked
package dev.payfleet.awslocal.dynamodb;

import org.jspecify.annotations.NullMarked;
