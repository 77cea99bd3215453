/// The application that takes fetch jobs, runs them and answers. Its parts are put together in this package; each
/// part has a package of its own below it.
@NullMarked
package dev.payfleet.worker;

import org.jspecify.annotations.NullMarked;
