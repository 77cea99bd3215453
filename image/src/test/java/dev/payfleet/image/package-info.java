/// Tests of the container image without a container engine: what it is built from, what it holds, and how that
/// runs. Start at [RunTest].
@NullMarked
package dev.payfleet.image;

import org.jspecify.annotations.NullMarked;
