package dev.payfleet.worker.queue.aws;

import dev.payfleet.worker.queue.MessageBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A body as SQS takes it. Jobs are text and travel as they are, so that they can be sent and looked at with any
/// tool; bytes that are no text that SQS takes travel as base64.
///
/// @param encoding how the text stands for the bytes; empty for UTF-8
record BodyText(String text, Optional<String> encoding) {

    /// The attribute that names the encoding.
    static final String ENCODING = "Encoding";

    private static final String BASE64 = "base64";

    static BodyText of(MessageBody body) {
        return plain(body.bytes())
                .map(text -> new BodyText(text, Optional.empty()))
                .orElseGet(() -> new BodyText(Base64.getEncoder().encodeToString(body.bytes()), Optional.of(BASE64)));
    }

    /// The bytes. What claims to be base64 and is not is taken as it stands: the reader of jobs says what is wrong.
    MessageBody decode() {
        if (encoding.filter(BASE64::equals).isEmpty()) {
            return MessageBody.of(text);
        }
        try {
            return MessageBody.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return MessageBody.of(text);
        }
    }

    private static Optional<String> plain(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePoints().allMatch(BodyText::isTaken) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// The characters of XML, which are what SQS takes.
    private static boolean isTaken(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
    }
}
