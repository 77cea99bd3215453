/// A KMS for tests that speaks KMS's protocol and really encrypts. Start at [LocalKms], which says what it does not
/// check.
@NullMarked
package dev.payfleet.awslocal.kms;

import org.jspecify.annotations.NullMarked;
