package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;

class NagTest {
    private static final Matcher CHECK = Match.stringLikeRegexp("AwsSolutions-.*");

    @Test
    void no_check_of_cdk_nag_is_left_unanswered() {
        SynthesizedStack.template();
        Annotations annotations = Annotations.fromStack(SynthesizedStack.app().stack());

        assertThatNoException().isThrownBy(() -> annotations.hasNoError("*", CHECK));
        assertThatNoException().isThrownBy(() -> annotations.hasNoWarning("*", CHECK));
    }
}
