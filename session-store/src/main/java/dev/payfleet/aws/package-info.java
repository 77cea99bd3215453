/// What every AWS side of a port stands on: how clients are made, and what a table looks like. Start at
/// [dev.payfleet.aws.AwsClients]; what is kept where is said by a [dev.payfleet.aws.TableShape].
@NullMarked
package dev.payfleet.aws;

import org.jspecify.annotations.NullMarked;
