package dev.payfleet.awslocal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A request as it was on the wire.
///
/// @param method for example `POST`
/// @param target path and query, as sent
/// @param headers in the order they came
/// @param body what came after the head; S3's uploads are in their `aws-chunked` form
@SuppressWarnings("ArrayRecordComponent") // Looked at, never compared.
public record WireRequest(String method, String target, List<Header> headers, byte[] body) {
    /// What S3's requests are named for when no header names an operation.
    private static final String OBJECT = " object";

    private static final String BUCKET = " bucket";

    public WireRequest {
        headers = List.copyOf(headers);
    }

    /// What is asked for: `PutItem`, `ReceiveMessage`, `Decrypt`. S3 names no operation; there it is the method and
    /// what it is about: `PUT object`, `GET bucket`, or a setting by its name in the query, `PUT ?lifecycle`.
    public String operation() {
        Service service = Service.of(this);
        return service == Service.S3
                ? method + s3Subject()
                : header("X-Amz-Target")
                        .orElseThrow()
                        .substring(service.targetPrefix().length());
    }

    /// The path without the query.
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /// The first header of that name, whatever its case.
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /// The body as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Names the operation and nothing that it carries.
    @Override
    public String toString() {
        return operation();
    }

    private String s3Subject() {
        Optional<String> setting = setting();
        if (setting.isPresent()) {
            return " ?" + setting.get();
        }
        int afterBucket = path().indexOf('/', 1);
        return afterBucket < 0 || afterBucket == path().length() - 1 ? BUCKET : OBJECT;
    }

    /// A parameter without a value names a setting; `list-type=2` and `uploadId=…` only qualify.
    private Optional<String> setting() {
        if (path().length() == target.length()) {
            return Optional.empty();
        }
        String first = target.substring(path().length() + 1).split("&", 2)[0];
        int equals = first.indexOf('=');
        if (equals < 0) {
            return Optional.of(first);
        }
        return equals == first.length() - 1 ? Optional.of(first.substring(0, equals)) : Optional.empty();
    }
}
