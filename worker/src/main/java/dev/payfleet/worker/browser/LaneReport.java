package dev.payfleet.worker.browser;

/// A lane's health at one moment, for metrics and the live table.
///
/// @param lane 1 to the number of lanes
/// @param visits served since the worker started, over all its browsers
/// @param restarts how many browsers were thrown away, for whatever reason
/// @param memoryBytes proportional set size of driver and browser together when last measured (between visits); 0
///     before
/// @param browserVersion for example `156.0.8078.79`; empty until the browser is up
public record LaneReport(
        int lane, LaneState state, long visits, long restarts, long memoryBytes, String browserVersion) {}
