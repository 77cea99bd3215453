package dev.payfleet.provider;

/// A mark by which an error of a site's API tells what it means, where its status alone does not.
///
/// @param meaning what an answer that bears the sign tells; neither that somebody is signed in nor a second factor
/// @param status the HTTP status that must have come
/// @param member where the error's code is in the answer's JSON, with dots between levels, such as `error.code`
/// @param value the code that must stand there
public record ApiSign(PageMeaning meaning, int status, String member, String value) {

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public ApiSign {
        if (meaning == PageMeaning.SIGNED_IN || meaning == PageMeaning.CHALLENGE) {
            throw new IllegalArgumentException("meaning must be a trouble without a page: " + meaning);
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be that of an error");
        }
        if (member.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("member and value must not be blank");
        }
    }
}
