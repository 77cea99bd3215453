package dev.payfleet.infra;

import dev.payfleet.infra.Stacked.Resource;
import java.util.List;
import java.util.stream.Stream;

/// One statement of a policy, and whom it is about: a role's own, or one in a resource's policy.
///
/// @param holder the id of the policy's resource
record Sentence(String holder, Node statement) {

    /// What the role of this construct may do, or is denied: by its own policies and by those of keys.
    static List<Sentence> about(String construct) {
        Stream<Sentence> own = Stacked.all("AWS::IAM::Policy").stream()
                .filter(policy -> policy.id().startsWith(construct))
                .flatMap(policy -> in(policy, "PolicyDocument"));
        Stream<Sentence> ofKeys = Stacked.all("AWS::KMS::Key").stream()
                .flatMap(key -> in(key, "KeyPolicy"))
                .filter(sentence -> sentence.statement().at("Principal").mentions(construct));
        return Stream.concat(own, ofKeys).toList();
    }

    static Stream<Sentence> in(Resource resource, String document) {
        return resource.at(document, "Statement").items().stream()
                .map(statement -> new Sentence(resource.id(), statement));
    }

    boolean allows(String action) {
        return statement.at("Effect").text().equals("Allow") && names(action);
    }

    boolean denies(String action) {
        return statement.at("Effect").text().equals("Deny") && names(action);
    }

    private boolean names(String action) {
        return statement.at("Action").texts().stream().anyMatch(pattern -> action.matches(pattern.replace("*", ".*")));
    }

    boolean isAbout(String id) {
        return holder.startsWith(id) || statement.at("Resource").mentions(id);
    }

    String condition(String operator, String key) {
        return statement.at("Condition", operator, key).text();
    }
}
