package dev.payfleet.session.aws;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Item;
import dev.payfleet.aws.OwnedItems;
import dev.payfleet.session.ChallengeDesk;
import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.HandedIn;
import dev.payfleet.session.OpenChallenge;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items of the table of challenges: per connection the challenge that is open, with the wish that waits for
/// its verdict; a record of each wish, which keeps the verdict; and answers. Every expression names attributes by
/// symbols, since some of the names are DynamoDB's own words.
final class ChallengeItem {
    static final String ID = "id";

    /// The job whose wish waits for its verdict.
    static final String PENDING = "pending";

    static final String WISH = "wish";
    static final String METHOD = "method";

    /// A random text of the one who took the wish, or the answer, by which he knows that it was he.
    static final String TAKEN = "taken";

    static final String HELD_UNTIL = "held_until";
    static final String VERDICT = "verdict";

    /// When the record is past its time.
    static final String UNTIL = "until";

    private static final String CHALLENGE_KIND = "kind";
    private static final String PROMPT = "prompt";
    private static final String CHOICES = "choices";
    private static final String CONTINUATION = "continuation";

    /// A way to answer is one word, so that they can lie in one attribute.
    private static final String BETWEEN_CHOICES = "\n";

    private ChallengeItem() {}

    static Map<String, AttributeValue> key(ConnectionKey owner) {
        return record(owner, "challenge");
    }

    static Map<String, AttributeValue> wishKey(ConnectionKey owner, UUID challenge, UUID job) {
        return record(owner, "wish/" + challenge + "/" + job);
    }

    static Map<String, AttributeValue> answerKey(ConnectionKey owner, UUID job) {
        return record(owner, "answer/" + job);
    }

    private static Map<String, AttributeValue> record(ConnectionKey owner, String record) {
        return Map.of(
                OwnedItems.OWNER, Attributes.text(owner.toString()), SessionTables.RECORD, Attributes.text(record));
    }

    /// What every record has: whose claim wrote it, and how long it is good for.
    static Map<String, AttributeValue> of(Map<String, AttributeValue> key, long fence, Instant until) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.put(OwnedItems.FENCE, Attributes.number(fence));
        item.put(UNTIL, Attributes.instant(until));
        item.put(SessionTables.EXPIRES_AT, Attributes.timeToLive(until.plus(ChallengeDesk.AFTERLIFE)));
        return item;
    }

    static Map<String, AttributeValue> of(ConnectionKey owner, long fence, OpenChallenge challenge) {
        Map<String, AttributeValue> item = of(key(owner), fence, challenge.expiresAt());
        item.put(ID, Attributes.text(challenge.id().toString()));
        item.put(CHALLENGE_KIND, Attributes.text(challenge.kind()));
        item.put(PROMPT, Attributes.text(challenge.prompt()));
        item.put(HELD_UNTIL, Attributes.instant(challenge.heldUntil()));
        item.put(CONTINUATION, Attributes.text(challenge.continuation()));
        if (!challenge.choices().isEmpty()) {
            item.put(CHOICES, Attributes.text(String.join(BETWEEN_CHOICES, challenge.choices())));
        }
        return item;
    }

    static OpenChallenge challenge(Item item) {
        return new OpenChallenge(
                UUID.fromString(item.text(ID)),
                item.text(CHALLENGE_KIND),
                item.text(PROMPT),
                item.optionalText(CHOICES)
                        .map(choices -> List.of(choices.split(BETWEEN_CHOICES, -1)))
                        .orElse(List.of()),
                item.instant(UNTIL),
                item.instant(HELD_UNTIL),
                item.text(CONTINUATION));
    }

    static boolean is(Item item, UUID challenge) {
        return item.text(ID).equals(challenge.toString());
    }

    static HandedIn handedIn(Item item) {
        return new HandedIn(
                UUID.fromString(item.text(PENDING)),
                HandedIn.Wish.valueOf(item.text(WISH)),
                item.optionalText(METHOD).orElse(null));
    }
}
