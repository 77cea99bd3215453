package dev.payfleet.scrub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every template in `hostile` shows a person's data in a place that is hard to cover. Two people with nothing in
/// common but the layout must look the same, to the byte.
class HostilePagesTest {
    private static Site site;

    @BeforeAll
    static void openBrowser() {
        site = Site.open();
    }

    @AfterAll
    static void closeBrowser() {
        site.close();
    }

    static Stream<String> hostilePages() {
        return Site.pages("hostile");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePages")
    void twoPeopleWithTheSameLayoutHaveTheSameBytes(String template) {
        Redrawn ada = site.redraw(template, Site.person("ada"));
        Redrawn bartholomew = site.redraw(template, Site.person("bartholomew"));

        assertThat(ada.boxes()).isGreaterThan(1);
        assertThat(Arrays.equals(ada.png(), bartholomew.png()))
                .as("the same bytes for both")
                .isTrue();
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(hostilePages()).hasSizeGreaterThan(40);
    }
}
