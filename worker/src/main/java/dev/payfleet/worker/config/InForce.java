package dev.payfleet.worker.config;

import java.util.Optional;

/// What a setting holds now, as it may be shown.
///
/// @param shown the text; empty where it holds nothing, `<redacted>` and `<refused>` stand for themselves
/// @param source where it comes from
public record InForce(Setting<?> setting, Optional<String> shown, Source source) {
    static InForce usually(Setting<?> setting) {
        return new InForce(setting, setting.usual(), new Source.Usual());
    }

    static InForce set(Setting<?> setting, String text, Source source) {
        return new InForce(
                setting,
                Optional.of(
                        switch (setting.kind().sensitivity()) {
                            case OPEN, REFERENCE -> text;
                            case HIDDEN -> "<redacted>";
                        }),
                source);
    }

    /// What is wrong is not shown: it may be a secret in the wrong place.
    static InForce refused(Setting<?> setting, Source source) {
        return new InForce(setting, Optional.of("<refused>"), source);
    }
}
