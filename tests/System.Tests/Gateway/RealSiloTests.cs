using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Hosting;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Gateway;

/// <summary>The Gateway before the real services.</summary>
public sealed class RealSiloTests(RunningPlatform running)
{
    private const string Wangcang = "510821108901";

    private static readonly HouseholdBody Household = new(Wangcang, "ordinary", new DateOnly(2023, 5, 1));

    [Theory]
    [InlineData(Roles.VillageMonitor)]
    [InlineData(Roles.Township)]
    public async Task An_officer_of_one_county_cannot_write_in_another_and_nothing_changes(string role)
    {
        var platform = await running.Loaded();
        using var officer = platform.As(role);

        var problem = await ProblemReading.Of(await officer.PutAsJsonAsync($"/api/households/OTHER-{role}", Household, JsonSerializerOptions.Web));

        problem.Status.ShouldBe(HttpStatusCode.Forbidden);
        problem.Code.ShouldBe("access.scope-elsewhere");
        using var county = platform.As(Roles.County);
        (await county.GetAsync($"/api/households/OTHER-{role}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    // Administrators run the machine; the register is not theirs to read.
    [Theory]
    [InlineData(Roles.SystemAdministrator)]
    [InlineData(Roles.SecurityAdministrator)]
    [InlineData(Roles.PartnerCity)]
    [InlineData(Roles.ProvinceAnalyst)]
    public async Task Whoever_keeps_no_register_is_refused_by_role(string role)
    {
        var platform = await running.Loaded();
        using var caller = platform.As(role);
        var problem = await ProblemReading.Of(await caller.PutAsJsonAsync("/api/households/OTHER", Household, JsonSerializerOptions.Web));
        problem.Code.ShouldBe("access.role-insufficient");
    }

    [Theory]
    [InlineData("/api/households/H1")]
    [InlineData("/api/events")]
    [InlineData("/api/releases/1")]
    public async Task Nobody_reads_the_register_without_a_token_or_with_a_forged_one(string path)
    {
        var platform = await running.Loaded();
        using var forger = new TokenMaker();
        using var visitor = platform.Visitor();
        (await ProblemReading.Of(await visitor.GetAsync(path))).Code.ShouldBe("access.sign-in-required");

        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", forger.Make());
        (await ProblemReading.Of(await visitor.GetAsync(path))).Code.ShouldBe("access.token-invalid");
    }

    [Fact]
    public async Task A_person_signs_in_on_the_page_and_reaches_the_workbench()
    {
        var platform = await running.Loaded();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = platform.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var county = platform.SignIn(Roles.County);
        var form = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = county.Account, ["password"] = county.Password, ["returnTo"] = "/workbench/" }),
            Headers = { { "Origin", platform.Address.GetLeftPart(UriPartial.Authority) } },
        };

        var page = await browser.SendAsync(form);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/workbench/");
        (await page.Content.ReadAsStringAsync()).ShouldContain("工作台");
    }

    // Five wrong passwords lock the account for a quarter of an hour, whoever then knows the right one.
    [Fact]
    public async Task Guessing_locks_the_account_at_the_silo()
    {
        var platform = await running.Loaded();
        using var security = platform.As(Roles.SecurityAdministrator);
        var guessed = new SessionRequest("guessed", "一个很长的密码-2023-甲乙丙");
        (await security.PutAsJsonAsync("/api/accounts/guessed", new AccountBody(Roles.Auditor, ["region:51"]), JsonSerializerOptions.Web)).EnsureSuccessStatusCode();
        (await security.PutAsJsonAsync("/api/accounts/guessed/password", new PasswordBody(guessed.Password!), JsonSerializerOptions.Web)).EnsureSuccessStatusCode();
        using var visitor = platform.Visitor();
        for (var attempt = 0; attempt < 5; attempt++)
            (await visitor.PostAsJsonAsync("/api/sessions", new SessionRequest(guessed.Account, $"猜的密码-{attempt}-猜的密码"), JsonSerializerOptions.Web)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var locked = await visitor.PostAsJsonAsync("/api/sessions", guessed, JsonSerializerOptions.Web);

        (await ProblemReading.Of(locked)).Code.ShouldBe("account.account-locked");
    }
}
