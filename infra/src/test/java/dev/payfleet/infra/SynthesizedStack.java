package dev.payfleet.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import software.amazon.awscdk.assertions.Template;

/// The stack of the example deployment, synthesized once for all tests of this JVM: it takes many seconds.
final class SynthesizedStack {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private SynthesizedStack() {}

    private static final class Once {
        static final PayfleetApp APP = app();
        static final Template TEMPLATE = Template.fromStack(APP.stack());

        private static PayfleetApp app() {
            try {
                return new PayfleetApp(deployment(), Path.of("target", "cdk.out"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static Deployment deployment() throws IOException {
        return DeploymentFile.read(ROOT.resolve("infra/deployment.properties"));
    }

    static PayfleetApp app() {
        return Once.APP;
    }

    static Template template() {
        return Once.TEMPLATE;
    }
}
