package dev.payfleet.infra;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/// What a worker is given by reference: it finds each in a file and never in its environment. The stack makes the
/// places; people put the values in.
final class References extends Construct {
    /// Where the files are in a worker.
    static final String FOLDER = "/references";

    private final Reference proxyPassword;
    private final Reference grantKeys;

    /// A secret and the file that a worker finds it in.
    record Reference(Secret secret, String file) {
        /// As the worker sees it.
        String path() {
            return FOLDER + "/" + file;
        }
    }

    References(Construct scope, Deployment deployment, Key key) {
        super(scope, "References");
        this.proxyPassword =
                reference(deployment, key, "ProxyPassword", "proxy-password", "The password of the proxies");
        this.grantKeys = reference(
                deployment, key, "GrantKeys", "grant-keys.json", "The keys that grants are signed with, a JWKS");
    }

    Reference proxyPassword() {
        return proxyPassword;
    }

    Reference grantKeys() {
        return grantKeys;
    }

    List<Reference> all() {
        return Stream.of(proxyPassword, grantKeys).toList();
    }

    private Reference reference(Deployment deployment, Key key, String id, String file, String description) {
        Secret secret = Secret.Builder.create(this, id)
                .secretName(deployment.name() + "/" + file)
                .description(description)
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        return new Reference(secret, file);
    }
}
