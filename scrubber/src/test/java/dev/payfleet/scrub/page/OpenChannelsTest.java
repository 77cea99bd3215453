package dev.payfleet.scrub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Opens one closed channel at a time: the comparison that the hostile pages rely on must then see a difference.
class OpenChannelsTest {
    private static Site site;

    @BeforeAll
    static void openBrowser() {
        site = Site.open();
    }

    @AfterAll
    static void closeBrowser() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE_LENGTH, text",
        "VALUE_LENGTH, table-auto-layout",
        "VALUE_PARTS, wrapped-values",
        "EMPTINESS, empty-values",
        "ROW_NAMES, class-widths",
        "ROW_LOOK, class-on-row-with-label",
        "ROW_LOOK, has-selector",
        "STYLE_ATTRIBUTES, inline-widths",
        "PAGE_SHEETS, page-sheet-on-landmarks",
        "PAGE_SHEETS, page-sheet-colours",
        "PICTURE_SIZES, images",
        "SPANS, spans"
    })
    void whatIsLetThroughIsNoticed(Channel channel, String template) {
        Redrawn ada = site.redraw("hostile/" + template + ".html", Site.person("ada"), channel);
        Redrawn bartholomew = site.redraw("hostile/" + template + ".html", Site.person("bartholomew"), channel);

        assertThat(ada.png()).isNotEqualTo(bartholomew.png());
    }

    @Test
    void everyChannelIsOpenedByOneCase() throws NoSuchMethodException {
        CsvSource cases = OpenChannelsTest.class
                .getDeclaredMethod("whatIsLetThroughIsNoticed", Channel.class, String.class)
                .getAnnotation(CsvSource.class);
        Set<Channel> opened = Stream.of(cases.value())
                .map(line -> Channel.valueOf(line.substring(0, line.indexOf(','))))
                .collect(Collectors.toSet());

        assertThat(opened).isEqualTo(EnumSet.allOf(Channel.class));
    }
}
