/// The result cache of the fleet: a table in DynamoDB, and a bucket for what is too large for it. Start at
/// [dev.payfleet.cache.aws.AwsResults].
@NullMarked
package dev.payfleet.cache.aws;

import org.jspecify.annotations.NullMarked;
