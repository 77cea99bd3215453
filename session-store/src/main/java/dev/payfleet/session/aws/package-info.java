/// The stores of the fleet: a few tables in DynamoDB, a bucket for what is too large for them, sealed under a key
/// in KMS. Start at [dev.payfleet.session.aws.AwsSessions], the only door.
@NullMarked
package dev.payfleet.session.aws;

import org.jspecify.annotations.NullMarked;
