package dev.payfleet.worker.retention.aws;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/// That a bucket forgets all whose name begins so, in time.
///
/// @param prefix empty for all
/// @param mostDays after how many days at the latest
record LifecyclePromise(String prefix, int mostDays) {
    String words() {
        return "a rule that expires %s after at most %d days"
                .formatted(prefix.isEmpty() ? "everything" : prefix, mostDays);
    }

    /// What the rules do instead; empty where one keeps the promise.
    Optional<String> brokenBy(List<LifecycleRule> rules) {
        List<Integer> days = rules.stream()
                .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                .filter(this::covers)
                .map(rule ->
                        rule.expiration() == null ? null : rule.expiration().days())
                .filter(Objects::nonNull)
                .toList();
        if (days.stream().anyMatch(each -> each <= mostDays)) {
            return Optional.empty();
        }
        return Optional.of(
                days.isEmpty()
                        ? "no such rule"
                        : "after %d days"
                                .formatted(days.stream().min(Integer::compare).orElseThrow()));
    }

    /// Whether the rule is for all that we mean. One that looks at tags or sizes leaves something out.
    @SuppressWarnings("deprecation")
    private boolean covers(LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        if (filter == null) {
            return rule.prefix() == null || prefix.startsWith(rule.prefix());
        }
        boolean narrowed = filter.tag() != null
                || filter.and() != null
                || filter.objectSizeGreaterThan() != null
                || filter.objectSizeLessThan() != null;
        return !narrowed && (filter.prefix() == null || prefix.startsWith(filter.prefix()));
    }
}
