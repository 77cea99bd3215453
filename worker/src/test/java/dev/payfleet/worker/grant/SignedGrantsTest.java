package dev.payfleet.worker.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.payfleet.provider.Resource;
import dev.payfleet.provider.ResourceQuery;
import dev.payfleet.session.HandedIn;
import dev.payfleet.worker.job.AnswerTo;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.GrantRefusal;
import dev.payfleet.worker.job.JobKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which grants allow a job, and with which words the others are refused. The grants are signed by the same library
/// as everybody's.
class SignedGrantsTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final String ISSUER = "https://api.example";
    private static final ECKey KEY = key("2026-01");
    private static final ECKey NEXT = key("2026-02");

    @TempDir
    private Path folder;

    private final RememberedGrants used = new RememberedGrants();

    @BeforeEach
    void publishTheKey() throws IOException {
        publish(KEY);
    }

    @Test
    void a_grant_for_this_job_allows_it() {
        assertThat(refusal(signed(KEY, claims -> {}))).isEqualTo("allowed");
    }

    static Stream<Arguments> claimsThatDoNotAllowTheJob() {
        return Stream.of(
                claim(GrantRefusal.ISSUER, "another issuer", c -> c.issuer("https://other.example")),
                claim(GrantRefusal.ISSUER, "no issuer", c -> c.issuer(null)),
                claim(GrantRefusal.TENANT, "another tenant", c -> c.audience("other")),
                claim(GrantRefusal.TENANT, "two tenants", c -> c.audience(List.of("tenant", "other"))),
                claim(GrantRefusal.TENANT, "no tenant", c -> c.audience((String) null)),
                claim(GrantRefusal.SUBJECT, "another subject", c -> c.subject("payments")),
                claim(GrantRefusal.CONNECTION, "another connection", c -> c.claim("token", "c-2")),
                claim(GrantRefusal.CONNECTION, "no connection", c -> c.claim("token", null)),
                claim(GrantRefusal.PROVIDER, "another provider", c -> c.claim("provider", "meridian")),
                claim(GrantRefusal.SCOPE, "another resource", c -> c.claim("scopes", List.of(path("company")))),
                claim(GrantRefusal.SCOPE, "a longer path", c -> c.claim("scopes", List.of(path("payruns/")))),
                claim(GrantRefusal.SCOPE, "a shorter path", c -> c.claim("scopes", List.of("/2023-03-01/xhr/"))),
                claim(GrantRefusal.SCOPE, "no scopes", c -> c.claim("scopes", List.of())),
                claim(GrantRefusal.SCOPE, "no list of scopes", c -> c.claim("scopes", null)),
                claim(GrantRefusal.MALFORMED, "scopes that are a text", c -> c.claim("scopes", path("payruns"))),
                claim(GrantRefusal.MALFORMED, "a connection that is a number", c -> c.claim("token", 1)),
                claim(GrantRefusal.MALFORMED, "no time of issue", c -> c.issueTime(null)),
                claim(GrantRefusal.MALFORMED, "a time that is a text", c -> c.claim("exp", "tomorrow")),
                claim(GrantRefusal.NOT_YET, "issued in two minutes", c -> c.issueTime(in(Duration.ofMinutes(2)))),
                claim(GrantRefusal.EXPIRED, "expired a minute ago", c -> c.expirationTime(in(Duration.ofMinutes(-1)))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("claimsThatDoNotAllowTheJob")
    void a_grant_for_something_else_is_refused_with_its_own_reason(
            GrantRefusal expected, String what, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(refusal(signed(KEY, change))).isEqualTo(expected.wireName());
    }

    static Stream<Arguments> tokensThatNobodyWeKnowSigned() throws JOSEException {
        String good = signed(KEY, claims -> {});
        String[] parts = good.split("\\.");
        String[] other = signed(KEY, c -> c.claim("token", "c-2")).split("\\.");
        return Stream.of(
                arguments(GrantRefusal.MISSING, null),
                arguments(GrantRefusal.MALFORMED, "not a token"),
                arguments(GrantRefusal.MALFORMED, "a.b.c"),
                arguments(GrantRefusal.MALFORMED, parts[0] + "." + parts[1]),
                arguments(GrantRefusal.MALFORMED, good + ".more"),
                arguments(GrantRefusal.ALGORITHM, new PlainJWT(claims().build()).serialize()),
                arguments(GrantRefusal.ALGORITHM, hmacWithThePublicKey()),
                arguments(GrantRefusal.ALGORITHM, es384()),
                arguments(GrantRefusal.UNKNOWN_KEY, signed(NEXT, claims -> {})),
                arguments(GrantRefusal.SIGNATURE, signed(renamed(NEXT, KEY), claims -> {})),
                arguments(GrantRefusal.SIGNATURE, parts[0] + "." + other[1] + "." + parts[2]),
                arguments(GrantRefusal.SIGNATURE, parts[0] + "." + parts[1] + "." + "A".repeat(86)));
    }

    @ParameterizedTest
    @MethodSource("tokensThatNobodyWeKnowSigned")
    void a_token_that_nobody_we_know_signed_is_refused(GrantRefusal expected, @Nullable String token) {
        assertThat(refusal(token)).isEqualTo(expected.wireName());
    }

    @Test
    void clocks_may_be_a_minute_apart() {
        assertThat(refusal(signed(KEY, c -> c.issueTime(in(Duration.ofSeconds(60))))))
                .isEqualTo("allowed");
        assertThat(refusal(signed(KEY, c -> c.expirationTime(in(Duration.ofSeconds(-59))))))
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @EnumSource
    void each_resource_has_a_scope_of_its_own(Resource resource) {
        List<String> all = Arrays.stream(Resource.values()).map(ScopePath::of).toList();
        List<String> others = all.stream()
                .filter(path -> !path.equals(ScopePath.of(resource)))
                .toList();
        FetchJob job = job(JobKind.FETCH, query(resource));

        assertThat(all).doesNotHaveDuplicates();
        assertThat(refusal(job, signed(KEY, c -> c.claim("scopes", others)))).isEqualTo("scope");
        assertThat(refusal(job, signed(KEY, c -> c.claim("scopes", List.of(ScopePath.of(resource))))))
                .isEqualTo("allowed");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "REFRESH", "ANSWER"})
    void what_hands_nothing_on_needs_a_grant_but_no_scope(JobKind kind) {
        assertThat(refusal(job(kind, null), signed(KEY, c -> c.claim("scopes", List.of()))))
                .isEqualTo("allowed");
        assertThat(refusal(job(kind, null), signed(KEY, c -> c.claim("token", "c-2"))))
                .isEqualTo("connection");
        assertThat(refusal(job(kind, null), null)).isEqualTo("missing");
    }

    @Test
    void a_person_may_always_leave() {
        assertThat(refusal(job(JobKind.DISCONNECT, null), null)).isEqualTo("allowed");
    }

    @Test
    void a_grant_with_an_id_is_good_for_one_job_however_often_it_is_delivered() {
        String grant = signed(KEY, c -> c.jwtID("once"));
        FetchJob job = payruns();

        assertThat(refusal(job, grant)).isEqualTo("allowed");
        assertThat(refusal(job, grant)).isEqualTo("allowed");
        assertThat(refusal(payruns(), grant)).isEqualTo("replayed");
        assertThat(refusal(payruns(), signed(KEY, c -> c.jwtID("another")))).isEqualTo("allowed");
    }

    @Test
    void a_grant_without_an_id_is_good_for_many() {
        String grant = signed(KEY, claims -> {});

        assertThat(refusal(payruns(), grant)).isEqualTo("allowed");
        assertThat(refusal(payruns(), grant)).isEqualTo("allowed");
        assertThat(used.grants()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("claimsThatDoNotAllowTheJob")
    void a_refused_grant_is_not_used_up(GrantRefusal expected, String what, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(refusal(signed(KEY, change.andThen(c -> c.jwtID("once"))))).isEqualTo(expected.wireName());
        assertThat(used.grants()).isEmpty();
    }

    @Test
    void asking_for_the_reason_again_uses_nothing_up() {
        FetchJob job = payruns().withGrant(signed(KEY, c -> c.jwtID("once")));

        assertThat(grants().reason(job)).isEmpty();
        assertThat(used.grants()).isEmpty();

        assertThat(grants().refusal(payruns().withGrant(job.grant()))).isEmpty();
        assertThat(grants().reason(job)).contains(GrantRefusal.REPLAYED);
    }

    @Test
    void a_use_is_remembered_until_the_grant_ends() {
        Date end = in(Duration.ofHours(1));

        assertThat(refusal(signed(KEY, c -> c.jwtID("short").expirationTime(end))))
                .isEqualTo("allowed");
        assertThat(refusal(signed(KEY, c -> c.jwtID("endless")))).isEqualTo("allowed");

        assertThat(used.grants())
                .extracting(OneTimeGrant::until)
                .containsExactly(
                        NOW.plus(Duration.ofHours(1)).plusSeconds(60),
                        NOW.plus(Duration.ofDays(90)).plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9"})
    void an_id_that_cannot_be_kept_is_malformed(String id) {
        assertThat(refusal(signed(KEY, c -> c.jwtID(id)))).isEqualTo("malformed");
        assertThat(refusal(signed(KEY, c -> c.jwtID("x".repeat(257))))).isEqualTo("malformed");
    }

    @Test
    void keys_rotate_without_a_stop_and_a_removed_key_is_dead_at_once() throws IOException {
        SignedGrants grants = grants();
        String old = signed(KEY, claims -> {});
        String fresh = signed(NEXT, claims -> {});
        assertThat(refusal(grants, old)).isEqualTo("allowed");

        publish(KEY, NEXT);
        assertThat(refusal(grants, old)).isEqualTo("allowed");
        assertThat(refusal(grants, fresh)).isEqualTo("allowed");

        publish(NEXT);
        assertThat(refusal(grants, old)).isEqualTo("unknown_key");
        assertThat(refusal(grants, fresh)).isEqualTo("allowed");
    }

    @Test
    void a_grant_that_names_no_key_is_tried_with_each() throws IOException {
        publish(NEXT, KEY);

        assertThat(refusal(signed(renamed(KEY, null), claims -> {}))).isEqualTo("allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "{}", "{\"keys\": []}", "{\"keys\": [{\"kty\": \"oct\", \"k\": \"aHVudGVyMg\"}]}"
            })
    void a_file_without_a_public_key_is_refused_at_the_start(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatThrownBy(this::grants)
                .isInstanceOf(GrantKeysException.class)
                .hasMessageStartingWith("PAYFLEET_GRANT_KEYS: expected ")
                .hasMessageNotContaining("aHVudGVyMg")
                .hasNoCause();
    }

    @Test
    void a_private_key_is_refused() throws IOException {
        Files.writeString(file(), new JWKSet(KEY).toString(false));

        assertThatThrownBy(this::grants)
                .isInstanceOf(GrantKeysException.class)
                .hasMessageContaining("public keys alone");
    }

    @Test
    void a_file_that_is_spoiled_later_judges_nobody() throws IOException {
        SignedGrants grants = grants();
        Files.writeString(file(), "{");

        assertThatThrownBy(() -> refusal(grants, signed(KEY, claims -> {}))).isInstanceOf(GrantKeysException.class);
    }

    private SignedGrants grants() {
        return new SignedGrants(file(), ISSUER, used, InstantSource.fixed(NOW));
    }

    private String refusal(@Nullable String token) {
        return refusal(grants(), token);
    }

    private static String refusal(SignedGrants grants, @Nullable String token) {
        return refusal(grants, payruns(), token);
    }

    private String refusal(FetchJob job, @Nullable String token) {
        return refusal(grants(), job, token);
    }

    private static String refusal(SignedGrants grants, FetchJob job, @Nullable String token) {
        return grants.refusal(job.withGrant(token)).map(GrantRefusal::wireName).orElse("allowed");
    }

    private static FetchJob payruns() {
        return job(JobKind.FETCH, query(Resource.PAYRUNS));
    }

    private static ResourceQuery query(Resource resource) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return switch (resource) {
            case COMPANY, GROUPS, IDENTITY, TIME_OFF_BALANCES, WORK_LOCATIONS -> new ResourceQuery.Whole(resource);
            case EMPLOYEES -> new ResourceQuery.Employees(Optional.empty());
            case PAYRUNS, TIMESHEETS, TIME_OFF_ENTRIES -> new ResourceQuery.Between(resource, day, day);
            case PAYSLIPS -> new ResourceQuery.Payslips(UUID.randomUUID());
        };
    }

    private static FetchJob job(JobKind kind, @Nullable ResourceQuery query) {
        return new FetchJob(
                1,
                UUID.randomUUID(),
                kind,
                "tenant",
                "c-1",
                "larkspur",
                query,
                0,
                false,
                NOW.plusSeconds(60),
                null,
                null,
                kind == JobKind.ANSWER ? new AnswerTo(UUID.randomUUID(), HandedIn.Wish.TYPE, null) : null);
    }

    private static Arguments claim(GrantRefusal expected, String what, Consumer<JWTClaimsSet.Builder> change) {
        return arguments(expected, what, change);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("tenant")
                .subject("xhr")
                .issueTime(in(Duration.ofDays(-30)))
                .claim("token", "c-1")
                .claim("provider", "larkspur")
                .claim("scopes", List.of(path("identity"), path("payruns")));
    }

    private static String path(String resource) {
        return "/2023-03-01/xhr/" + resource;
    }

    private static Date in(Duration time) {
        return Date.from(NOW.plus(time));
    }

    private static String signed(ECKey key, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        SignedJWT jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /// The old trick: the public key, which anybody has, as the secret of a symmetric signature.
    private static String hmacWithThePublicKey() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build(), claims().build());
        jwt.sign(new MACSigner(KEY.toECPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static String es384() throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(KEY.getKeyID()).build(), claims().build());
        jwt.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate()));
        return jwt.serialize();
    }

    private static ECKey key(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key under another's name, or under none.
    private static ECKey renamed(ECKey key, @Nullable ECKey other) {
        return new ECKey.Builder(key)
                .keyID(other == null ? null : other.getKeyID())
                .build();
    }

    private void publish(JWK... keys) throws IOException {
        Files.writeString(file(), new JWKSet(List.of(keys)).toString(true));
    }

    private Path file() {
        return folder.resolve("grant-keys.json");
    }
}
