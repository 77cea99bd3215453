package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class NagTest {
    @Test
    void no_check_of_cdk_nag_is_left_unanswered() {
        SynthesizedStack.template();
        Annotations annotations = Annotations.fromStack(SynthesizedStack.app().stack());
        List<String> found = Stream.concat(
                        annotations.findError("*", Match.stringLikeRegexp("AwsSolutions-.*")).stream(),
                        annotations.findWarning("*", Match.stringLikeRegexp("AwsSolutions-.*")).stream())
                .map(message -> message.getId() + ": " + message.getEntry().getData())
                .toList();

        assertThat(found).isEmpty();
    }
}
