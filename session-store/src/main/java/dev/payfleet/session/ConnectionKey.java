package dev.payfleet.session;

import java.util.regex.Pattern;

/// Names one person's access to one provider.
///
/// @param clientId the tenant: the upstream API's customer
/// @param connectionId unique within the tenant
public record ConnectionKey(String clientId, String connectionId) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    public ConnectionKey {
        require("client_id", clientId);
        require("connection_id", connectionId);
    }

    /// The value is not repeated: what is malformed may be anything, even something secret in the wrong field.
    private static void require(String field, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " must be 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    @Override
    public String toString() {
        return clientId + "/" + connectionId;
    }
}
