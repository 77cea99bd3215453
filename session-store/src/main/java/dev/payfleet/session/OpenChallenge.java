package dev.payfleet.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A second factor that a provider asks for and whose page is open on one worker. Holds no value of the person's.
///
/// @param id names it in the job that answers it
/// @param kind what is asked, as the events spell it
/// @param prompt what the person is told, in the adapter's words
/// @param choices the ways to choose from, as the events spell them; empty where there is no choice
/// @param expiresAt until when the provider waits for the answer
/// @param heldUntil until when the worker that has the page is known to have it
/// @param continuation what is done once the person is signed in: the job that met the challenge, as the worker
///     writes it, without its grant
public record OpenChallenge(
        UUID id,
        String kind,
        String prompt,
        List<String> choices,
        Instant expiresAt,
        Instant heldUntil,
        String continuation) {
    public OpenChallenge {
        choices = List.copyOf(choices);
        if (choices.stream().anyMatch(choice -> choice.isEmpty() || choice.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("choices must be words");
        }
    }

    /// Whether an answer can still reach the page.
    public boolean isOpen(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(heldUntil);
    }
}
