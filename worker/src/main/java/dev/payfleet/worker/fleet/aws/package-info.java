/// The fleet's places in AWS, opened together. Start at [dev.payfleet.worker.fleet.aws.Deployment].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.fleet.aws;
