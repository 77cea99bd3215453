package dev.payfleet.provider;

import java.time.Duration;
import java.util.List;

/// How a person signs in: as data where it can be ([FormSignIn], [StepSignIn]), as code where it cannot
/// ([ScriptedSignIn]). Whichever it is, the fleet types the credential, and the adapter never sees it.
public sealed interface SignIn permits FormSignIn, StepSignIn, ScriptedSignIn {

    /// Path of the first page, at the primary origin. A site may lead on from there by redirects.
    String path();

    /// How long the provider may take from the submit of the password to a page that bears a sign; up to two
    /// minutes.
    Duration answerWithin();

    /// Declared origins besides the primary that the way leads through, such as an identity provider's.
    List<Origin> through();
}
