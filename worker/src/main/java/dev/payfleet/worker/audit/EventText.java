package dev.payfleet.worker.audit;

import dev.payfleet.session.ConnectionKey;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An event as one line of JSON, its fields always in the same order. The line is what is hashed and stored, so that
/// nobody ever has to write it anew to check it.
final class EventText {
    private static final String EVENT = "event";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EventText() {}

    static String of(AuditEvent event) {
        ObjectNode json = MAPPER.createObjectNode();
        switch (event) {
            case AuditEvent.CredentialDecrypted(AuditedJob job, String origin) ->
                about(json, "credential_decrypted", job).put("origin", origin);
            case AuditEvent.SignInAttempted(AuditedJob job, long attempt) ->
                about(json, "sign_in_attempted", job).put("attempt", attempt);
            case AuditEvent.SignInSettled e ->
                about(json, "sign_in_settled", e.job())
                        .put("attempt", e.attempt())
                        .put("outcome", e.outcome().name().toLowerCase(Locale.ROOT));
            case AuditEvent.ChallengeAnswered(AuditedJob job, String kind, String verdict) ->
                about(json, "challenge_answered", job).put("kind", kind).put("verdict", verdict);
            case AuditEvent.Disconnected e -> {
                ObjectNode wiped = about(json, "disconnected", e.connection())
                        .put("sign_out", e.signOut())
                        .putObject("wiped");
                e.inOrder().forEach(wiped::put);
            }
            case AuditEvent.LedgerOverridden(ConnectionKey connection, String operator, String reason) ->
                about(json, "ledger_overridden", connection)
                        .put("operator", operator)
                        .put("reason", reason);
            case AuditEvent.GrantRefused(AuditedJob job, String reason) ->
                about(json, "grant_refused", job).put("reason", reason);
            case AuditEvent.KeysRotated(String keys, String former, String next) ->
                json.put(EVENT, "keys_rotated")
                        .put("keys", keys)
                        .put("former", former)
                        .put("next", next);
            case AuditEvent.ChainOpened(String opened) ->
                json.put(EVENT, "chain_opened").put("opened", opened);
        }
        return MAPPER.writeValueAsString(json);
    }

    private static ObjectNode about(ObjectNode json, String name, AuditedJob job) {
        return about(json, name, job.connection())
                .put("provider", job.provider())
                .put("job_id", job.jobId().toString());
    }

    private static ObjectNode about(ObjectNode json, String name, ConnectionKey connection) {
        return json.put(EVENT, name)
                .put("client_id", connection.clientId())
                .put("connection_id", connection.connectionId());
    }

    /// The fields of a line, in its order; none where it is no line of ours, as an altered one may be.
    static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> field : MAPPER.readTree(line).properties()) {
                fields.put(field.getKey(), words(field.getValue()));
            }
            return fields;
        } catch (JacksonException altered) {
            return Map.of();
        }
    }

    private static String words(JsonNode value) {
        if (!value.isObject()) {
            return value.asString();
        }
        StringBuilder words = new StringBuilder();
        value.properties()
                .forEach(entry -> words.append(words.isEmpty() ? "" : " ")
                        .append(entry.getKey())
                        .append('=')
                        .append(entry.getValue().asString()));
        return words.toString();
    }
}
