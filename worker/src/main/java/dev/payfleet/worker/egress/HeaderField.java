package dev.payfleet.worker.egress;

/// One line of a head.
record HeaderField(String name, String value) {
    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// Reads a line, or refuses it: no folding, no space before the colon, no control characters.
    static HeaderField parse(String line) throws RefusedRequestException {
        int colon = line.indexOf(':');
        if (colon < 1 || !line.substring(0, colon).chars().allMatch(HeaderField::isTokenCharacter)) {
            throw new RefusedRequestException("a header field's name");
        }
        String value = line.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
            throw new RefusedRequestException("a header field's value");
        }
        return new HeaderField(line.substring(0, colon), value);
    }

    static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
}
