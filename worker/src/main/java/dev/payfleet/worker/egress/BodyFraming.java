package dev.payfleet.worker.egress;

import java.util.List;

/// How long a request's body is. The shapes that two readers may measure differently are how requests are smuggled,
/// so they are refused: both lengths at once, a length given twice, any coding but `chunked`.
sealed interface BodyFraming {
    record Fixed(long length) implements BodyFraming {}

    record Chunked() implements BodyFraming {}

    static BodyFraming of(List<HeaderField> fields) throws RefusedRequestException {
        List<HeaderField> lengths = named(fields, "content-length");
        List<HeaderField> codings = named(fields, "transfer-encoding");
        if (lengths.size() + codings.size() > 1) {
            throw new RefusedRequestException("the length of the body");
        }
        if (!codings.isEmpty()) {
            return chunked(codings.getFirst().value());
        }
        return new Fixed(lengths.isEmpty() ? 0 : length(lengths.getFirst().value()));
    }

    private static List<HeaderField> named(List<HeaderField> fields, String name) {
        return fields.stream().filter(field -> field.isNamed(name)).toList();
    }

    private static BodyFraming chunked(String coding) throws RefusedRequestException {
        if (!coding.equalsIgnoreCase("chunked")) {
            throw new RefusedRequestException("the transfer encoding");
        }
        return new Chunked();
    }

    private static long length(String text) throws RefusedRequestException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new RefusedRequestException("the content length");
        }
        return Long.parseLong(text);
    }
}
