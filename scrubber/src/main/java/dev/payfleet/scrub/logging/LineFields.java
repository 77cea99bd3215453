package dev.payfleet.scrub.logging;

import net.logstash.logback.composite.loggingevent.ArgumentsJsonProvider;
import net.logstash.logback.composite.loggingevent.KeyValuePairsJsonProvider;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventThreadNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LogstashMarkersJsonProvider;
import net.logstash.logback.composite.loggingevent.MdcJsonProvider;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

/// The fields of a line, in the order in which a person reads them.
final class LineFields {
    private LineFields() {}

    static void addTo(LoggingEventCompositeJsonEncoder encoder) {
        LoggingEventFormattedTimestampJsonProvider timestamp = new LoggingEventFormattedTimestampJsonProvider();
        timestamp.setTimeZone("UTC");
        timestamp.setPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX");
        LoggerNameJsonProvider logger = new LoggerNameJsonProvider();
        logger.setFieldName("logger");
        LoggingEventThreadNameJsonProvider thread = new LoggingEventThreadNameJsonProvider();
        thread.setFieldName("thread");
        LoggingEventJsonProviders providers = new LoggingEventJsonProviders();
        providers.addTimestamp(timestamp);
        providers.addLogLevel(new LogLevelJsonProvider());
        providers.addLoggerName(logger);
        providers.addThreadName(thread);
        providers.addMessage(new MessageJsonProvider());
        providers.addMdc(new MdcJsonProvider());
        providers.addKeyValuePairs(new KeyValuePairsJsonProvider());
        providers.addArguments(new ArgumentsJsonProvider());
        providers.addLogstashMarkers(new LogstashMarkersJsonProvider());
        providers.addStackTrace(new StackTraceJsonProvider());
        encoder.setProviders(providers);
    }
}
