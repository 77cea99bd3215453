package dev.payfleet.worker.cli;

import dev.payfleet.session.Secret;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// How a secret of a person's comes in: never as an argument, never as a string that stays in memory.
final class SecretInput {
    static final SecretInput PASSWORD =
            new SecretInput("the password", "Password: ", "pipe it in with --password-stdin");

    static final SecretInput ANSWER = new SecretInput("the answer", "Answer: ", "pipe it in with --answer-stdin");

    static final SecretInput AUTHENTICATOR = new SecretInput(
            "the authenticator's secret", "Authenticator's secret: ", "give it with --authenticator-file");

    private static final int LONGEST = 1024;

    /// In bytes of UTF-8, for one char of Java's.
    private static final int LONGEST_CHARACTER = 3;

    private final String name;
    private final String prompt;
    private final String otherWay;

    private SecretInput(String name, String prompt, String otherWay) {
        this.name = name;
        this.prompt = prompt;
        this.otherWay = otherWay;
    }

    /// The first line of a file, without its end.
    Secret file(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return line(in);
        } catch (IOException e) {
            throw refused("cannot be read", "give the path of a file with it, in one line");
        }
    }

    /// The first line of the stream, without its end.
    Secret line(InputStream in) {
        WipedBytes line = new WipedBytes();
        try (line) {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
                if (line.size() > LONGEST) {
                    throw refused("is longer than " + LONGEST + " bytes", "give it alone, in one line");
                }
            }
            return secret(line.text());
        } catch (IOException e) {
            throw refused("cannot be read", "pipe it into the standard input");
        }
    }

    /// Asks the person at the terminal, without showing what is typed.
    Secret prompt() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> refused("cannot be asked for without a terminal", otherWay));
        char[] typed = console.readPassword(prompt);
        if (typed == null) {
            throw refused("was not given", "type it, or " + otherWay);
        }
        byte[] room = new byte[typed.length * LONGEST_CHARACTER];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed), encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        Arrays.fill(typed, '\0');
        return secret(bytes);
    }

    private Secret secret(byte[] bytes) {
        if (bytes.length == 0) {
            throw refused("is empty", "give the person's");
        }
        return Secret.takeOwnershipOf(bytes);
    }

    CommandException refused(String wrong, String todo) {
        return new CommandException(ExitCode.USAGE, name + " " + wrong, todo);
    }

    /// A growing array that leaves nothing behind.
    private static final class WipedBytes extends ByteArrayOutputStream {
        WipedBytes() {
            // Never grows, so no smaller copy of its content stays in memory.
            super(LONGEST + 2);
        }

        byte[] text() {
            int end = count > 0 && buf[count - 1] == '\r' ? count - 1 : count;
            return Arrays.copyOf(buf, end);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
