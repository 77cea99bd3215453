package dev.payfleet.worker.cli;

import dev.payfleet.provider.ProviderCatalog;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.Credential;
import dev.payfleet.session.Secret;
import dev.payfleet.worker.fleet.Fleet;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.job.OneTimeCodes;
import dev.payfleet.worker.queue.MessageBody;
import dev.payfleet.worker.queue.NewMessage;
import dev.payfleet.worker.wire.JobWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `connect`: keeps a person's credential, sealed, and has a worker sign in with it for the first time.
@CommandLine.Command(
        description = {
            "Connects a person's account: seals the user name and password into the store and puts a connect job on the"
                    + " queue, which signs in for the first time and reads the identity. The password is asked for, or"
                    + " read from the standard input; it is never an argument, which other users of the machine could"
                    + " see. Connecting again replaces the credential.",
            "Where the provider asks for codes of an authenticator app and the person gave the secret that it was set"
                    + " up with, the codes are computed and nobody is asked. The secret is what the provider shows"
                    + " beside or in the QR code: base32, or an otpauth:// address. It is sealed with the password."
        },
        footer = {
            "  ./payfleet connect --client acme --connection c-17 --provider larkspur --username me@example.com",
            "  ./payfleet connect --client acme --connection c-17 --provider larkspur --username me@example.com \\",
            "      --password-stdin --wait < password.txt",
            "  ./payfleet connect --client acme --connection c-17 --provider fernhill --username me@example.com \\",
            "      --authenticator-file secret.txt"
        })
final class ConnectCommand implements Command {
    /// How long the first sign-in is of use to whoever waits for it.
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final CommandContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--provider", required = true, paramLabel = "PROVIDER", description = "The id of the provider.")
    private String provider = "";

    @Option(names = "--username", required = true, paramLabel = "USERNAME", description = "The person's user name.")
    private String username = "";

    @Option(names = "--password-stdin", description = "Read the password from the standard input, one line.")
    private boolean passwordFromStandardInput;

    @Mixin
    private GrantOption grants = new GrantOption();

    @Option(
            names = "--attended",
            description = "The person is there to answer when the provider asks for a second factor.")
    private boolean attended;

    @Option(
            names = "--authenticator-file",
            paramLabel = "FILE",
            description = "A file with the secret of the person's authenticator app, in one line.")
    private @Nullable Path authenticatorFile;

    @Option(
            names = "--ask-authenticator",
            description = "Ask for the secret of the person's authenticator app, after the password.")
    private boolean askAuthenticator;

    @Mixin
    private WaitOption waiting = new WaitOption();

    ConnectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        ConnectionKey key = connection.key();
        if (username.isBlank()) {
            throw new CommandException(ExitCode.USAGE, "--username: expected a user name", "give the person's");
        }
        String grant = grants.read();
        // The password first: a person begins to type it when the command begins.
        try (Credential credential = new Credential(Secret.of(username), password(), authenticator());
                Fleet fleet = context.open()) {
            requireKnown(fleet.providers());
            fleet.connections()
                    .connect(key, provider, credential, context.clock().instant());
            UUID job = send(fleet, key, grant);
            return SentJob.show(context, fleet, job, waiting);
        }
    }

    private void requireKnown(ProviderCatalog providers) {
        if (providers.find(provider).isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--provider: there is no such provider",
                    "expected one of "
                            + providers.all().stream()
                                    .map(known -> known.declaration().id())
                                    .collect(Collectors.joining(", ")));
        }
    }

    private Secret password() {
        return passwordFromStandardInput ? SecretInput.PASSWORD.line(context.in()) : SecretInput.PASSWORD.prompt();
    }

    /// Read here, so that a secret which is none is told to whoever has the right one at hand.
    private Optional<Secret> authenticator() {
        SecretInput input = SecretInput.AUTHENTICATOR;
        Optional<Secret> given = authenticatorFile == null
                ? Optional.of(input).filter(_ -> askAuthenticator).map(SecretInput::prompt)
                : Optional.of(input.file(authenticatorFile));
        try {
            given.ifPresent(OneTimeCodes::of);
        } catch (IllegalArgumentException e) {
            throw input.refused(
                    String.valueOf(e.getMessage()),
                    "give what the provider shows beside or in the QR code, base32 or otpauth://totp/");
        }
        return given;
    }

    private UUID send(Fleet fleet, ConnectionKey key, @Nullable String grant) {
        UUID id = UUID.randomUUID();
        Instant deadline = context.clock().instant().plus(DEADLINE);
        FetchJob job = new FetchJob(
                FetchJob.VERSION,
                id,
                JobKind.CONNECT,
                key.clientId(),
                key.connectionId(),
                provider,
                null,
                0,
                attended,
                deadline,
                grant,
                null);
        MessageBody body = MessageBody.of(new JobWriter().write(job));
        fleet.queue().send(NewMessage.of(key.connectionId(), id.toString(), body));
        return id;
    }
}
