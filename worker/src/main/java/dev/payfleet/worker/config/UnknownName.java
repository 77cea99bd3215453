package dev.payfleet.worker.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/// A name that is no setting's, and what was probably meant.
final class UnknownName {
    private static final String FILE = "_FILE";
    /// More slips than this and it is another word.
    private static final int MOST_SLIPS = 3;

    private UnknownName() {}

    /// What to tell about it.
    ///
    /// @param name the unknown name
    /// @param naming how a setting is named in the same place
    static String told(String name, Function<Setting<?>, String> naming) {
        return byValue(name, naming)
                .or(() -> nearest(name, naming).map(near -> "there is no such setting; did you mean " + near + "?"))
                .orElse("there is no such setting; see ./payfleet config");
    }

    /// `PAYFLEET_X`, where a file that holds the secret `X` is what can be set.
    private static Optional<String> byValue(String name, Function<Setting<?>, String> naming) {
        return Catalogue.all().stream()
                .filter(setting -> setting.kind().sensitivity() == Kind.Sensitivity.REFERENCE)
                .filter(setting -> setting.name().endsWith(FILE))
                .map(naming)
                .filter(reference -> reference.length() == name.length() + FILE.length() && reference.startsWith(name))
                .findFirst()
                .map(reference -> "a secret is not taken by its value; put it in a file and name that in " + reference);
    }

    private static Optional<String> nearest(String name, Function<Setting<?>, String> naming) {
        return Catalogue.all().stream()
                .map(naming)
                .filter(known -> slips(name, known) <= MOST_SLIPS)
                .min(Comparator.comparingInt(known -> slips(name, known)));
    }

    /// Levenshtein's distance.
    private static int slips(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
