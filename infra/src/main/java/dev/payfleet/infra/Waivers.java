package dev.payfleet.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;

/// Where the checks of cdk-nag are wrong about this stack, and why.
final class Waivers {
    private Waivers() {}

    static void apply(Stack stack) {}

    private static void waive(Stack stack, String path, String rule, String reason) {
        NagSuppressions.addResourceSuppressionsByPath(
                stack,
                "/" + stack.getNode().getId() + "/" + path,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }
}
