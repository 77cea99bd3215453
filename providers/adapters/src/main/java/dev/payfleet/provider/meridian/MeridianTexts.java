package dev.payfleet.provider.meridian;

import dev.payfleet.provider.StaticTexts;

/// The text of Meridian's pages that is the same for everybody.
final class MeridianTexts {

    static final StaticTexts STATIC = StaticTexts.ofLines("");

    private MeridianTexts() {}
}
