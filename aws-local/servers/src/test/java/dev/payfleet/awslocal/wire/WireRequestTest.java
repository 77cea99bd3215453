package dev.payfleet.awslocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireRequestTest {
    @ParameterizedTest
    @CsvSource({
        "PUT, /bucket, PUT bucket",
        "GET, /bucket/?list-type=2&prefix=a, GET bucket",
        "PUT, /bucket/a/key, PUT object",
        "PUT, /bucket/folder/, PUT object",
        "PUT, /bucket/key?partNumber=1&uploadId=u, PUT object",
        "PUT, /bucket?lifecycle, PUT ?lifecycle",
        "GET, /bucket?publicAccessBlock=, GET ?publicAccessBlock",
        "POST, /bucket?delete, POST ?delete"
    })
    void s3s_requests_are_named_for_method_and_subject(String method, String target, String operation) {
        assertThat(new WireRequest(method, target, List.of(), new byte[0]).operation())
                .isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "DynamoDB_20120810.PutItem, PutItem",
        "AmazonSQS.ReceiveMessage, ReceiveMessage",
        "TrentService.Decrypt, Decrypt"
    })
    void other_services_requests_are_named_by_themselves(String target, String operation) {
        assertThat(request(new Header("x-amz-target", target)).operation()).isEqualTo(operation);
    }

    @Test
    void a_printed_request_shows_no_signature() {
        Header signature = new Header("Authorization", "AWS4-HMAC-SHA256 Signature=0123");

        assertThat(request(signature) + " " + request(signature).headers()).doesNotContain("0123");
    }

    private static WireRequest request(Header header) {
        return new WireRequest("POST", "/", List.of(header), new byte[0]);
    }
}
