using System.Net;
using System.Security.Cryptography;

namespace Revitalization.SystemTests.Hosting;

// Each service checks the token itself: a caller inside the network is believed no more than one outside.
public sealed class TokenCheckTests(SampleService service) : IClassFixture<SampleService>
{
    [Fact]
    public async Task A_county_officer_is_let_in_and_known_by_account()
    {
        var response = await service.Get("/signed-in", service.Tokens.Make());
        (await response.Content.ReadAsStringAsync()).ShouldBe("\"jiange-county\"");
    }

    [Fact]
    public async Task Nobody_is_let_in_without_a_token()
    {
        var response = await service.Public.GetAsync("/signed-in");
        (await ProblemReading.Of(response)).Code.ShouldBe("access.sign-in-required");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task An_expired_token_is_told_so() => await Refused(service.Tokens.Make(expiresIn: TimeSpan.FromMinutes(-1)), "access.token-expired");

    // A token verified once is remembered; it must still end when it ends.
    [Fact]
    public async Task A_remembered_token_expires_too()
    {
        var token = service.Tokens.Make(expiresIn: TimeSpan.FromMinutes(20));
        (await service.Get("/signed-in", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Clock.Advance(TimeSpan.FromMinutes(21));
        await Refused(token, "access.token-expired");
        service.Clock.Advance(TimeSpan.FromMinutes(-21));
    }

    [Fact]
    public async Task A_token_signed_by_another_key_is_forged()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Refused(service.Tokens.Make(sign: text => other.SignData(text, HashAlgorithmName.SHA256)));
    }

    // The public key is public: if it were taken for an HMAC secret anybody could sign.
    [Theory]
    [InlineData("HS256")]
    [InlineData("hs256")]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_forged(string alg)
    {
        var secret = service.Tokens.Key.ExportSubjectPublicKeyInfo();
        await Refused(service.Tokens.Make(alg: alg, sign: text => HMACSHA256.HashData(secret, text)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("RS256")]
    [InlineData("ES384")]
    [InlineData("")]
    public async Task Only_ES256_is_believed(string alg)
    {
        await Refused(service.Tokens.Make(alg: alg, sign: _ => []));
        await Refused(service.Tokens.Make(alg: alg));
    }

    [Fact]
    public async Task A_token_of_an_issuer_we_do_not_know_is_refused() => await Refused(service.Tokens.Make(issuer: "somebody"));

    [Fact]
    public async Task A_token_that_names_a_key_we_do_not_know_is_refused() => await Refused(service.Tokens.Make(keyId: "k2"));

    [Fact]
    public async Task A_token_that_never_expires_is_refused() =>
        await Refused(service.Tokens.Make(payload: """{"iss":"revitalization","sub":"a","role":"county","scope":""}"""));

    [Fact]
    public async Task A_token_with_a_role_that_nobody_defined_is_refused() => await Refused(service.Tokens.Make(role: "emperor"));

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30.e30.e30")]
    public async Task Nonsense_is_refused(string token) => await Refused(token);

    [Fact]
    public async Task A_changed_payload_is_forged()
    {
        var parts = service.Tokens.Make(role: "village-monitor").Split('.');
        var other = service.Tokens.Make(role: "county").Split('.');
        await Refused($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_role_without_the_right_is_told_so()
    {
        var response = await service.Get("/county", service.Tokens.Make(role: "auditor"));
        (await ProblemReading.Of(response)).Code.ShouldBe("access.role-insufficient");
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("region:510823", "true")]
    [InlineData("region:51", "true")]
    [InlineData("region:510821 region:510823100", "true")]
    [InlineData("region:510821", "false")]
    [InlineData("partnership:xiaoshan-wangcang", "false")]
    [InlineData("", "false")]
    public async Task A_scope_covers_the_regions_under_it(string scope, string covers) =>
        (await (await service.Get("/county", service.Tokens.Make(scope: scope))).Content.ReadAsStringAsync()).ShouldBe(covers);

    private async Task Refused(string token, string code = "access.token-invalid")
    {
        var response = await service.Get("/signed-in", token);
        var problem = await ProblemReading.Of(response);
        problem.Code.ShouldBe(code);
        problem.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
