package dev.payfleet.worker.demo;

/// What one act of the demo showed.
///
/// @param held whether it is as promised
/// @param promise the promise, as a sentence without its full stop
/// @param proof the figure that shows it, or what was found instead
record Finding(boolean held, String promise, String proof) {}
