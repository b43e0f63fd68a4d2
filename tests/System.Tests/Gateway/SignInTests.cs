using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Gateway;

public sealed class SignInTests(GatewayBench bench) : IClassFixture<GatewayBench>
{
    [Fact]
    public async Task Signing_in_leads_back_to_the_page_and_gives_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        using var visitor = bench.Visitor();
        var answer = await visitor.SendAsync(bench.SignInForm("flags", EchoService.Password));

        answer.Headers.Location!.ToString().ShouldBe("/workbench/households");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldContain("path=/", Case.Insensitive);
        cookie.ShouldNotContain("s-flags", Case.Insensitive); // sealed
        cookie.ShouldNotContain("expires", Case.Insensitive);
    }

    // TLS ends at the county's own proxy, which says so.
    [Fact]
    public async Task Over_https_the_cookie_is_secure_and_bound_to_the_host()
    {
        using var visitor = bench.Visitor();
        var form = bench.SignInForm("https", EchoService.Password, origin: "https://county.example");
        form.Headers.Add("X-Forwarded-Proto", "https");
        form.Headers.Add("X-Forwarded-Host", "county.example");
        form.Headers.Add("X-Forwarded-For", "10.1.2.3");
        var answer = await visitor.SendAsync(form);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-session=");
        cookie.ShouldContain("secure", Case.Insensitive);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_password_leads_back_to_the_sign_in_page_without_a_cookie()
    {
        using var visitor = bench.Visitor();
        var answer = await visitor.SendAsync(bench.SignInForm("wrong", "猜的密码"));
        answer.Headers.Location!.ToString().ShouldStartWith("/workbench/sign-in?failed=wrong&returnTo=");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        using var visitor = bench.Visitor();
        var account = $"return-{Convert.ToHexString(Encoding.UTF8.GetBytes(returnTo))}";
        var answer = await visitor.SendAsync(bench.SignInForm(account, EchoService.Password, returnTo));
        answer.Headers.Location!.ToString().ShouldBe("/workbench/");
    }

    // Cookies are opened by one cipher object, which takes one thread at a time: met by two, it answered with somebody's session lost.
    [Fact]
    public async Task Many_requests_at_once_all_keep_their_session()
    {
        var cookie = await bench.SignIn("crowd");
        using var visitor = bench.Visitor(cookie);

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => visitor.GetAsync("/workbench/households")));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    // Guessing at one account is slowed wherever it comes from; the Silo's own lock is the second barrier.
    [Fact]
    public async Task After_three_attempts_in_a_minute_an_account_must_wait_even_with_the_right_password()
    {
        using var visitor = bench.Visitor();
        for (var attempt = 0; attempt < 3; attempt++)
            (await visitor.SendAsync(bench.SignInForm("guessed", "猜的密码"))).Headers.Location!.ToString().ShouldContain("failed=wrong");
        (await visitor.SendAsync(bench.SignInForm("guessed", EchoService.Password))).Headers.Location!.ToString().ShouldContain("failed=too-many");
    }

    [Fact]
    public async Task A_locked_account_is_told_to_wait()
    {
        using var visitor = bench.Visitor();
        (await visitor.SendAsync(bench.SignInForm("locked", EchoService.Password))).Headers.Location!.ToString().ShouldContain("failed=too-many");
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_sign_in_form_on_another_site_is_refused(string origin)
    {
        using var visitor = bench.Visitor();
        var form = bench.SignInForm("csrf", EchoService.Password);
        form.Headers.Remove("Origin");
        if (origin.Length > 0) form.Headers.Add("Origin", origin);
        (await ProblemReading.Of(await visitor.SendAsync(form))).Code.ShouldBe("request.origin-foreign");
    }

    [Fact]
    public async Task The_session_becomes_a_token_and_is_exchanged_once_for_many_requests()
    {
        var cookie = await bench.SignIn("token");
        using var visitor = bench.Visitor(cookie + "; form-token=abc");
        var before = bench.Silo.Exchanges;

        var received = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.GetFromJsonAsync<Received>("/api/households/H1")));

        received.ShouldAllBe(one => one!.Headers["Authorization"] == "Bearer token-of-token");
        received.ShouldAllBe(one => one!.Headers["Cookie"] == "form-token=abc");
        (bench.Silo.Exchanges - before).ShouldBe(1);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("https://elsewhere.example", null, false)]
    [InlineData("own", "cross-site", false)]
    [InlineData("own", "same-site", false)]
    [InlineData("own", null, true)]
    [InlineData("own", "same-origin", true)]
    public async Task A_write_with_the_cookie_must_come_from_our_own_pages(string? origin, string? site, bool accepted)
    {
        using var visitor = bench.Visitor(await bench.SignIn($"origin-{origin?.Length}-{site}"));
        var write = new HttpRequestMessage(HttpMethod.Put, "/api/households/H1") { Content = JsonContent.Create(new { }) };
        if (origin is not null) write.Headers.Add("Origin", origin == "own" ? bench.Origin : origin);
        if (site is not null) write.Headers.Add("Sec-Fetch-Site", site);

        var answer = await visitor.SendAsync(write);

        if (accepted) answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        else (await ProblemReading.Of(answer)).Code.ShouldBe("request.origin-foreign");
    }

    [Fact]
    public async Task After_signing_out_the_cookie_is_worth_nothing()
    {
        var cookie = await bench.SignIn("leaving");
        using var visitor = bench.Visitor(cookie);
        (await visitor.GetAsync("/workbench/private")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var leave = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Headers = { { "Origin", bench.Origin } } };
        (await visitor.SendAsync(leave)).Headers.Location!.ToString().ShouldBe("/");

        (await visitor.GetAsync("/workbench/private")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_browser_without_a_session_is_shown_the_sign_in_page_and_comes_back()
    {
        using var visitor = bench.Visitor();
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var answer = await visitor.GetAsync("/workbench/private?page=2");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe("/workbench/sign-in?returnTo=%2Fworkbench%2Fprivate%3Fpage%3D2");
    }

    [Fact]
    public async Task A_made_up_cookie_is_cleared_and_its_bearer_anonymous()
    {
        using var visitor = bench.Visitor("session=" + new string('A', 80));
        var answer = await visitor.GetAsync("/workbench/private");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public async Task An_api_key_becomes_a_token_by_header_or_as_basic_password()
    {
        (await WithKey("rk_partner_1")).Headers["Authorization"].ShouldBe("Bearer token-of-partner");
        (await WithBasic("partner:rk_partner_1")).ShouldBe("Bearer token-of-partner");
    }

    [Theory]
    [InlineData("other:rk_partner_1")]
    [InlineData("partner:password")]
    public async Task A_key_that_is_wrong_or_anothers_is_refused(string pair)
    {
        using var visitor = bench.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        (await ProblemReading.Of(await visitor.GetAsync("/api/households/H1"))).Code.ShouldBe("access.token-invalid");
    }

    private async Task<Received> WithKey(string key)
    {
        using var visitor = bench.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Api-Key", key);
        return (await visitor.GetFromJsonAsync<Received>("/api/households/H1"))!;
    }

    private async Task<string> WithBasic(string pair)
    {
        using var visitor = bench.Visitor();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return (await visitor.GetFromJsonAsync<Received>("/api/households/H1"))!.Headers["Authorization"];
    }
}
