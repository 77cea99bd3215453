/// Adapters that are brought as jars: each in a class loader of its own, which sees the SPI and the JDK and nothing
/// else of ours. Start at [dev.payfleet.worker.plugin.PluginFolder].
@NullMarked
package dev.payfleet.worker.plugin;

import org.jspecify.annotations.NullMarked;
