using System.Net;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.SystemTests.Hosting;

namespace Revitalization.SystemTests.Silo;

/// <summary>A stand-in during leave (请假顶岗) has the absent one's households on those days, and not an hour longer.</summary>
public sealed class StandInTests : IAsyncLifetime
{
    private const string Absent = "village-one", StandIn = "village-two";
    private readonly AdjustableClock _clock = new();
    private RunningSilo _silo = null!;
    private HttpClient _county = null!;

    private DateOnly Today => _clock.ChinaToday();

    public async ValueTask InitializeAsync()
    {
        _silo = await (await RunningSilo.Start(clock: _clock)).WithVillages();
        _county = await _silo.SignedIn("jiange", Roles.County, "510823");
        await _county.Accepted("/api/households/HV1", Given.Household());
    }

    public async ValueTask DisposeAsync()
    {
        _county.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_stand_in_sees_the_absent_ones_village_on_the_named_days_only()
    {
        await Opened();
        await Named("leave-1", Today.AddDays(1), Today.AddDays(2));
        (await Reads()).ShouldBe(HttpStatusCode.Forbidden); // Not yet.

        _clock.Advance(TimeSpan.FromDays(1));
        (await Reads()).ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromDays(1));
        (await Reads()).ShouldBe(HttpStatusCode.OK); // The last day counts.
        _clock.Advance(TimeSpan.FromDays(1));
        (await Reads()).ShouldBe(HttpStatusCode.Forbidden);
    }

    // His token would still hold for minutes.
    [Fact]
    public async Task A_stand_in_that_is_withdrawn_ends_with_the_next_request()
    {
        await Opened();
        await Named("leave-1", Today, Today.AddDays(5));
        using var client = await Client(StandIn);
        (await client.GetAsync("/api/households/HV1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _county.DeleteAsync($"/api/accounts/{Absent}/stand-ins/leave-1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await client.GetAsync("/api/households/HV1").Refused(AccessRefusal.ScopeElsewhere);
        (await _county.DeleteAsync($"/api/accounts/{Absent}/stand-ins/leave-1")).StatusCode.ShouldBe(HttpStatusCode.OK); // A retry.
        await _county.DeleteAsync($"/api/accounts/{Absent}/stand-ins/leave-2").Refused(AccountRefusal.StandInUnknown);
    }

    [Fact]
    public async Task What_the_absent_one_loses_his_stand_in_loses_with_him()
    {
        using var guard = await Opened();
        await Named("leave-1", Today, Today.AddDays(5));
        (await Reads()).ShouldBe(HttpStatusCode.OK);
        await guard.Accepted($"/api/accounts/{Absent}", new AccountBody(Roles.VillageMonitor, ["region:" + RunningSilo.Village], Disabled: true));
        (await Reads()).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Naming_again_is_a_retry_and_the_list_says_how_each_stands()
    {
        await Opened();
        await Named("leave-1", Today, Today);
        var receipt = await Named("leave-1", Today, Today);
        await Put("leave-1", new StandInBody(StandIn, Today, Today.AddDays(1))).Refused(CommandRefusal.CommandIdReused);
        var later = await Named("leave-2", Today.AddDays(3), Today.AddDays(4));
        receipt.Version.ShouldBe(later.Version - 1);

        var list = await _county.Read<Page<StandInView>>($"/api/stand-ins?after={later.Seq}");
        list.Items.Select(each => (each.Act, each.State)).ShouldBe([("leave-2", "coming"), ("leave-1", "running")]);
        using var tongjiang = await _silo.SignedIn("tongjiang", Roles.County, "511921");
        (await tongjiang.Read<Page<StandInView>>("/api/stand-ins")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_stand_in_may_not_be_is_refused()
    {
        using var guard = await Opened();
        await Put("x", new StandInBody(Absent, Today, Today)).Refused(AccountRefusal.StandInSame, "standIn");
        await Put("x", new StandInBody("town-one", Today, Today)).Refused(AccountRefusal.StandInRoleDiffers, "standIn");
        await Put("x", new StandInBody(StandIn, Today.AddDays(-1), Today)).Refused(AccountRefusal.StandInDaysWrong, "from");
        await Put("x", new StandInBody(StandIn, Today.AddDays(1), Today)).Refused(AccountRefusal.StandInDaysWrong, "until");
        await Put("x", new StandInBody(StandIn, Today, Today.AddDays(90))).Refused(AccountRefusal.StandInTooLong, "until");
        await Named("ninety", Today, Today.AddDays(89)); // The other side of the limit.
        await guard.Put($"/api/accounts/{Absent}/stand-ins/x", new StandInBody("nobody-here", Today, Today)).Refused(AccountRefusal.AccountUnknown, "standIn");
        await guard.Put("/api/accounts/guard/stand-ins/x", new StandInBody("guard-two", Today, Today)).Refused(AccountRefusal.StandInRoleDiffers, "standIn");
    }

    [Fact]
    public async Task Nobody_stands_in_for_more_than_three()
    {
        using var guard = await Opened();
        foreach (var n in new[] { 1, 2, 3 }) await Named($"leave-{n}", Today, Today.AddDays(n));
        await Put("leave-4", new StandInBody(StandIn, Today, Today)).Refused(AccountRefusal.StandInsTooMany, "standIn");
        _clock.Advance(TimeSpan.FromDays(2)); // The first has ended.
        using var county = await Client("jiange");
        await county.Accepted($"/api/accounts/{Absent}/stand-ins/leave-5", new StandInBody(StandIn, Today, Today));
    }

    // Leave is granted by the superior: a county for its own villages and townships, not for its colleagues or another county's people.
    [Fact]
    public async Task A_county_names_stand_ins_for_its_own_people_only()
    {
        using var guard = await Opened();
        using var tongjiang = await _silo.SignedIn("tongjiang", Roles.County, "511921");
        await tongjiang.Put($"/api/accounts/{Absent}/stand-ins/x", new StandInBody(StandIn, Today, Today)).Refused(AccessRefusal.ScopeElsewhere, "account");
        await _county.Put("/api/accounts/jiange/stand-ins/x", new StandInBody("jiange-two", Today, Today)).Refused(AccessRefusal.RoleInsufficient, "account");
        using var village = await Client(StandIn);
        await village.Put($"/api/accounts/{Absent}/stand-ins/x", new StandInBody(StandIn, Today, Today)).Refused(AccessRefusal.RoleInsufficient);
        await guard.Accepted($"/api/accounts/{Absent}/stand-ins/by-guard", new StandInBody(StandIn, Today, Today));
        (await Reads()).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpClient> Opened()
    {
        using var one = await _silo.SignedIn(Absent, Roles.VillageMonitor, RunningSilo.Village);
        using var two = await _silo.SignedIn(StandIn, Roles.VillageMonitor, RunningSilo.OtherVillage);
        using var town = await _silo.SignedIn("town-one", Roles.Township, RunningSilo.Village[..9]);
        using var second = await _silo.SignedIn("guard-two", Roles.SecurityAdministrator);
        return await _silo.SignedIn("guard", Roles.SecurityAdministrator);
    }

    private Task<Receipt> Named(string act, DateOnly from, DateOnly until) =>
        _county.Accepted($"/api/accounts/{Absent}/stand-ins/{act}", new StandInBody(StandIn, from, until));

    private Task<HttpResponseMessage> Put(string act, StandInBody body) => _county.Put($"/api/accounts/{Absent}/stand-ins/{act}", body);

    private async Task<HttpStatusCode> Reads()
    {
        using var client = await Client(StandIn);
        return (await client.GetAsync("/api/households/HV1")).StatusCode;
    }

    private async Task<HttpClient> Client(string account) => _silo.Bearing((await _silo.SignIn(new SessionRequest(account, PasswordOf(account)))).Token);

    private static string PasswordOf(string account) =>
        $"Correct-Horse-{(account.StartsWith("village", StringComparison.Ordinal) ? Roles.VillageMonitor : Roles.County).Length}-Battery";
}
