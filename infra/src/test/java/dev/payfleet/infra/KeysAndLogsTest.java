package dev.payfleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeysAndLogsTest {
    @Test
    void every_key_rotates_and_stays_when_the_stack_goes() {
        assertThat(Stacked.all("AWS::KMS::Key")).hasSize(3).allSatisfy(key -> {
            assertThat(key.at("EnableKeyRotation").flag()).isTrue();
            assertThat(key.whole().at("DeletionPolicy").text()).isEqualTo("Retain");
        });
    }

    @Test
    void the_account_manages_the_sealing_key_and_opens_nothing_with_it() {
        List<Sentence> account = Sentence.in(Stacked.one("AWS::KMS::Key", "KeysSealing"), "KeyPolicy")
                .filter(sentence -> sentence.statement().at("Principal").mentions(":root"))
                .toList();

        assertThat(account).isNotEmpty().allSatisfy(sentence -> {
            for (String use : List.of(
                    "kms:Decrypt",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:GenerateDataKeyWithoutPlaintext",
                    "kms:ReEncryptFrom",
                    "kms:CreateGrant")) {
                assertThat(sentence.allows(use)).as(use).isFalse();
            }
        });
    }

    @Test
    void nothing_uses_the_sealing_key_without_saying_what_for() {
        assertThat(Sentence.in(Stacked.one("AWS::KMS::Key", "KeysSealing"), "KeyPolicy")
                        .filter(sentence ->
                                !sentence.statement().at("Principal").mentions(":root")))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(
                                sentence.statement().at("Condition").value().toString())
                        .containsAnyOf("kms:EncryptionContext:purpose", "kms:EncryptionContext:tablename"));
    }

    @Test
    void no_policy_but_its_own_speaks_of_the_sealing_key() {
        assertThat(Stacked.all("AWS::IAM::Policy").stream()
                        .flatMap(policy -> Sentence.in(policy, "PolicyDocument"))
                        .filter(sentence -> sentence.isAbout("KeysSealing"))
                        .filter(sentence ->
                                sentence.statement().at("Effect").text().equals("Allow")))
                .isEmpty();
    }

    @Test
    void lines_stay_fourteen_days_and_security_events_four_hundred() {
        assertThat(retention("/payfleet/worker")).isEqualTo(14);
        assertThat(retention("/payfleet/network")).isEqualTo(14);
        assertThat(retention("/payfleet/audit")).isEqualTo(400);
        assertThat(Stacked.all("AWS::Logs::LogGroup"))
                .hasSize(3)
                .allSatisfy(group ->
                        assertThat(group.at("KmsKeyId").mentions("KeysStorage")).isTrue());
    }

    @Test
    void calls_are_written_down_and_cannot_be_altered_unseen() {
        Stacked.Resource trail = Stacked.one("AWS::CloudTrail::Trail", "AuditTrail");

        assertThat(trail.at("IsLogging").flag()).isTrue();
        assertThat(trail.at("EnableLogFileValidation").flag()).isTrue();
        assertThat(trail.at("CloudWatchLogsLogGroupArn").mentions("LogGroupsAudit"))
                .isTrue();
        assertThat(trail.at("EventSelectors").mentions("EvidenceBucket")).isTrue();
        assertThat(trail.at("EventSelectors").items())
                .anySatisfy(selector -> assertThat(
                                selector.at("IncludeManagementEvents").flag())
                        .isTrue());
    }

    private static int retention(String name) {
        return Stacked.all("AWS::Logs::LogGroup").stream()
                .filter(group -> group.at("LogGroupName").text().equals(name))
                .findFirst()
                .orElseThrow()
                .at("RetentionInDays")
                .number();
    }
}
