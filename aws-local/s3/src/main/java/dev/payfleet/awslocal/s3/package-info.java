/// The door of s3proxy, loaded together with it. Start at [S3Server].
@NullMarked
package dev.payfleet.awslocal.s3;

import org.jspecify.annotations.NullMarked;
