package dev.payfleet.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// The sentences that policies are made of.
final class Statements {
    private Statements() {}

    /// Allows actions on resources.
    static PolicyStatement allow(String sid, List<String> actions, List<String> resources) {
        return allow(sid, actions, resources, Map.of());
    }

    /// Allows actions on resources under conditions.
    static PolicyStatement allow(
            String sid, List<String> actions, List<String> resources, Map<String, Map<String, ?>> conditions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build();
    }

    /// Denies a role actions on resources, whatever else allows them.
    static PolicyStatement deny(String sid, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .actions(actions)
                .resources(resources)
                .build();
    }

    /// Denies everybody actions under conditions; for policies of resources.
    static PolicyStatement denyAll(
            String sid, List<String> actions, List<String> resources, Map<String, Map<String, ?>> conditions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(actions)
                .resources(resources)
                .conditions(conditions)
                .build();
    }
}
