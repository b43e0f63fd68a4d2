using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Accounts;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Silo;

public sealed class AccountTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private const string Password = "Jade-River-Ferry-12";
    private readonly HttpClient _guard = fixture.Security;

    [Fact]
    public async Task An_account_signs_in_renews_its_token_and_signs_out()
    {
        await Opened("officer-a");
        var session = await fixture.Silo.SignIn(new SessionRequest("officer-a", Password));
        session.Role.ShouldBe(Roles.Township);
        session.Scopes.ShouldBe(["region:510823100"]);

        var renewed = await Send("/api/sessions/refresh", new SessionSecret(session.Session!));
        renewed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var gone = new HttpRequestMessage(HttpMethod.Delete, "/api/sessions") { Content = JsonContent.Create(new SessionSecret(session.Session!), options: ServiceJson.Options) };
        (await _guard.SendAsync(gone)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Send("/api/sessions/refresh", new SessionSecret(session.Session!)).Refused(AccountRefusal.CredentialsWrong);
    }

    // A wrong account and a wrong password get one answer: it must not tell which accounts exist.
    [Fact]
    public async Task A_wrong_password_and_a_wrong_account_look_alike_and_five_lock_the_account()
    {
        await Opened("officer-b");
        await SignIn("officer-nobody", "x").Refused(AccountRefusal.CredentialsWrong);
        for (var n = 0; n < 5; n++) await SignIn("officer-b", "wrong").Refused(AccountRefusal.CredentialsWrong);
        await SignIn("officer-b", Password).Refused(AccountRefusal.AccountLocked);
    }

    [Fact]
    public async Task A_disabled_account_loses_its_sessions_keys_and_households_at_once()
    {
        await Opened("officer-c");
        var key = await ApiKey("officer-c", "k1");
        var session = await fixture.Silo.SignIn(new SessionRequest(ApiKey: key));
        using var officer = fixture.Silo.Bearing(session.Token);
        await fixture.County.Accepted("/api/households/HA1", Given.Household());
        (await officer.GetAsync("/api/households/HA1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _guard.Accepted("/api/accounts/officer-c", new AccountBody(Roles.Township, ["region:510823100"], Disabled: true));

        await officer.GetAsync("/api/households/HA1").Refused(AccessRefusal.RoleInsufficient); // Its token would hold for minutes yet.
        await Send("/api/sessions", new SessionRequest(ApiKey: key)).Refused(AccountRefusal.AccountDisabled);
    }

    // DESIGN §9: a replaced cadre loses a household's data at once.
    [Fact]
    public async Task A_scope_taken_away_is_gone_before_the_token_expires()
    {
        await Opened("officer-d");
        var session = await fixture.Silo.SignIn(new SessionRequest("officer-d", Password));
        using var officer = fixture.Silo.Bearing(session.Token);
        await fixture.County.Accepted("/api/households/HA2", Given.Household());
        (await officer.GetAsync("/api/households/HA2")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _guard.Accepted("/api/accounts/officer-d", new AccountBody(Roles.Township, ["region:510823101"]));

        await officer.GetAsync("/api/households/HA2").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Fact]
    public async Task What_an_account_may_not_be_is_refused()
    {
        await Put("officer-e", new AccountBody("king", [])).Refused(AccountRefusal.RoleUnknown, "role");
        await Put("officer-e", new AccountBody(Roles.County, ["510823"])).Refused(AccountRefusal.ScopeMalformed, "scopes");
        await Put("officer-e", new AccountBody(Roles.County, [.. Enumerable.Repeat("region:51", 51)])).Refused(AccountRefusal.ScopesTooMany, "scopes");
        await Put("officer-e", new AccountBody(Roles.County, [], Post: new string('岗', 61))).Refused(AccountRefusal.PostMalformed, "post");
        await Put("Ab", new AccountBody(Roles.County, [])).Refused(AccountRefusal.NameMalformed, "account");
        await Put("guard", new AccountBody(Roles.County, ["region:51"])).Refused(AccountRefusal.OwnAccount, "account");
        await _guard.GetAsync("/api/accounts/officer-none").Refused(AccountRefusal.AccountUnknown);
        await _guard.Put("/api/accounts/officer-none/keys/k", new ApiKeyBody("x", InAYear)).Refused(AccountRefusal.AccountUnknown, "account");
    }

    [Fact]
    public async Task A_password_is_strong_and_set_by_its_owner_or_the_security_administrator()
    {
        await Opened("officer-f");
        await _guard.Put("/api/accounts/officer-f/password", new PasswordBody("short")).Refused(AccountRefusal.PasswordWeak, "newPassword");
        await _guard.Put("/api/accounts/officer-f/password", new PasswordBody("my-officer-f-password")).Refused(AccountRefusal.PasswordWeak, "newPassword");
        await fixture.County.Put("/api/accounts/officer-f/password", new PasswordBody("Another-Long-One-9")).Refused(AccessRefusal.RoleInsufficient);
        using var owner = fixture.Silo.Bearing((await fixture.Silo.SignIn(new SessionRequest("officer-f", Password))).Token);
        await owner.Put("/api/accounts/officer-f/password", new PasswordBody("Another-Long-One-9", "guess")).Refused(AccountRefusal.CredentialsWrong, "currentPassword");
        await owner.Accepted("/api/accounts/officer-f/password", new PasswordBody("Another-Long-One-9", Password));
    }

    [Fact]
    public async Task A_key_is_shown_once_ends_on_its_day_and_is_one_of_ten()
    {
        await Opened("officer-g");
        await ApiKey("officer-g", "k0");
        await _guard.Put("/api/accounts/officer-g/keys/k0", new ApiKeyBody("again", InAYear)).Refused(AccountRefusal.ApiKeyExists, "key");
        await _guard.Put("/api/accounts/officer-g/keys/k1", new ApiKeyBody("old", new DateOnly(2020, 1, 1))).Refused(AccountRefusal.ApiKeyTermInvalid, "expiresOn");
        for (var n = 1; n < 10; n++) await ApiKey("officer-g", $"k{n}");
        await _guard.Put("/api/accounts/officer-g/keys/k11", new ApiKeyBody("more", InAYear)).Refused(AccountRefusal.ApiKeysTooMany, "key");

        (await _guard.DeleteAsync("/api/accounts/officer-g/keys/k0")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _guard.Read<AccountView>("/api/accounts/officer-g")).Keys.Count.ShouldBe(9);
        await fixture.Silo.Projected();
        (await _guard.Read<Page<AccountView>>("/api/accounts?limit=100")).Items.ShouldContain(view => view.Account == "officer-g");
    }

    [Fact]
    public async Task A_token_that_was_forged_or_has_expired_opens_nothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "revitalization",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(4),
            Claims = new Dictionary<string, object> { ["sub"] = "jiange", ["role"] = Roles.County, ["scope"] = "region:510823" },
            SigningCredentials = new SigningCredentials(
                new ECDsaSecurityKey(key) { KeyId = fixture.Silo.Get<AccessTokens>().PublicKey.Kid }, SecurityAlgorithms.EcdsaSha256),
        });
        using var forger = fixture.Silo.Bearing(forged);
        await forger.GetAsync("/api/households/HA1").Refused(AccessRefusal.TokenInvalid);

        var clock = new AdjustableClock();
        await using var silo = await RunningSilo.Start(clock: clock);
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        clock.Advance(TimeSpan.FromMinutes(6));
        await county.GetAsync("/api/households/HA1").Refused(AccessRefusal.TokenExpired);
    }

    private static DateOnly InAYear => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1);

    private async Task Opened(string account)
    {
        await _guard.Accepted($"/api/accounts/{account}", new AccountBody(Roles.Township, ["region:510823100"], "乡镇工作人员"));
        await _guard.Accepted($"/api/accounts/{account}/password", new PasswordBody(Password));
    }

    private async Task<string> ApiKey(string account, string key)
    {
        var reply = await _guard.Put($"/api/accounts/{account}/keys/{key}", new ApiKeyBody("sheet", InAYear));
        reply.StatusCode.ShouldBe(HttpStatusCode.OK, await reply.Content.ReadAsStringAsync());
        return (await reply.Content.ReadFromJsonAsync<ApiKeyReply>(ServiceJson.Options))!.ApiKey;
    }

    private Task<HttpResponseMessage> Put(string account, AccountBody body) => _guard.Put($"/api/accounts/{account}", body);

    private Task<HttpResponseMessage> SignIn(string account, string password) => Send("/api/sessions", new SessionRequest(account, password));

    private Task<HttpResponseMessage> Send<TBody>(string path, TBody body) => _guard.PostAsJsonAsync(path, body, ServiceJson.Options);
}
