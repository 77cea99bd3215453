package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PngFileTest {
    @Test
    void knows_a_picture_by_its_signature_and_pixels() {
        assertThat(PngFile.isPng(png("IDAT", bytes("pixels")))).isTrue();
        assertThat(PngFile.isPng(png("IHDR", bytes("no pixels")))).isFalse();
        assertThat(PngFile.isPng(bytes("GIF89a, and not a PNG"))).isFalse();
    }

    @Test
    void reads_plain_text_beside_the_pixels() {
        assertThat(texts(png("tEXt", bytes("Title\0Zoë's page")))).contains("Title\0Zoë's page");
    }

    @Test
    void unpacks_compressed_text() throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write(bytes("Title\0\0"));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
            packed.write(bytes("Zoë's page"));
        }

        assertThat(texts(png("zTXt", chunk.toByteArray()))).contains("Zoë's page");
    }

    private static List<String> texts(byte[] file) {
        return PngFile.texts(file).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] png(String type, byte[] chunk) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(file)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            out.writeInt(chunk.length);
            out.write(type.getBytes(StandardCharsets.US_ASCII));
            out.write(chunk);
            out.writeInt(0);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
