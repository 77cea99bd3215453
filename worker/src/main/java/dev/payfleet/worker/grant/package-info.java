/// Grants: the upstream API's signed permission to read, verified before anything is decrypted. Start at
/// [dev.payfleet.worker.grant.SignedGrants].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.grant;
