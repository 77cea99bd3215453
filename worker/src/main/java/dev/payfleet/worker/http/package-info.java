/// Reading a provider without a browser: one HTTP client per visit, through the connection's egress relay, with the
/// cookies and tokens of the stored session. Start at [dev.payfleet.worker.http.RelayedHttpVisits].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.http;
