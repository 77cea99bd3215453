/// The guard's places in AWS: buckets and tables, as AWS itself describes them. Start at
/// [dev.payfleet.worker.retention.aws.BucketPlace] and [dev.payfleet.worker.retention.aws.TablePlace].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.retention.aws;
