package dev.payfleet.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.DefaultStackSynthesizer;

/// Writes the stack as CloudFormation: `PayfleetApp <deployment.properties> <folder>`. Asks no account anything.
public final class PayfleetApp {
    /// What newer versions of the CDK do by themselves.
    private static final Map<String, Object> BEHAVIOUR = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true, "@aws-cdk/core:validateAgainstDefaultRules", true);

    private final App app;
    private final PayfleetStack stack;

    PayfleetApp(Deployment deployment, Path out) {
        this.app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .context(BEHAVIOUR)
                // There is nothing to upload beside the template, so that no account needs CDK's own stack.
                .defaultStackSynthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build())
                .build());
        this.stack = new PayfleetStack(app, deployment);
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
    }

    /// Synthesizes.
    ///
    /// @param arguments the file of the deployment, and the folder to write into
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException(
                    "expected two arguments: deployment.properties, and a folder to write into");
        }
        new PayfleetApp(DeploymentFile.read(Path.of(arguments[0])), Path.of(arguments[1]))
                .app()
                .synth();
    }

    App app() {
        return app;
    }

    PayfleetStack stack() {
        return stack;
    }
}
