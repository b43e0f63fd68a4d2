using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Silo.Accounts;
using Revitalization.Silo.Households;
using Revitalization.Standalone.Data;
using Revitalization.Standalone.Samples;
using Revitalization.Standalone.Samples.Aid;

namespace Revitalization.Standalone.FirstStart;

/// <summary>The accounts of a first start: one for each role, and a second county officer, since a release takes two.</summary>
internal sealed class FirstAccounts(AccountDesk desk, SignIns signIns, TimeProvider clock)
{
    /// <summary>Loads the sample and proposes its release.</summary>
    public const string County = "county";

    /// <summary>Approves it.</summary>
    public const string SecondCounty = "county-second";

    private const string Security = "security";

    public async Task CreateAll(SampleScopes scopes, CancellationToken cancellation)
    {
        await Create(Roles.SecurityAdministrator, Security, []);
        await Create(Roles.VillageMonitor, "village", [scopes.Village]);
        await Create(Roles.Township, "township", [scopes.Township]);
        await Create(Roles.County, County, scopes.Counties);
        await Create(Roles.County, SecondCounty, scopes.Counties);
        await Create(Roles.PartnerCity, SampleAid.Partners[0].Account, [Scope.Partnership(SampleAid.Partners[0].Partnership)]);
        await Create(Roles.ProvinceAnalyst, "province", scopes.Provinces);
        await Create(Roles.Auditor, "auditor", scopes.Provinces);
        await Create(Roles.SystemAdministrator, "system", []);
        await Create(Roles.AuditAdministrator, "audit-admin", []);

        async Task Create(string role, string account, IReadOnlyList<Scope> where) => await Ensure(role, account, where, cancellation);
    }

    /// <summary>Who finds, reviews and helps in each of these counties' sample villages, and who reports for each partnership: two where two must sign.</summary>
    public async Task CreateOthers(IEnumerable<SampleCadreScopes> counties, CancellationToken cancellation)
    {
        foreach (var county in counties)
        {
            await Ensure(Roles.VillageMonitor, county.By.Village, county.Villages, cancellation);
            await Ensure(Roles.Township, county.By.Township, county.Townships, cancellation);
        }
        foreach (var (account, partnership) in SampleAid.Partners)
            await Ensure(Roles.PartnerCity, account, [Scope.Partnership(partnership)], cancellation);
    }

    /// <summary>For an empty start: whoever opens all other accounts.</summary>
    public Task CreateAdministrator(CancellationToken cancellation) => Ensure(Roles.SecurityAdministrator, Security, [], cancellation);

    private async Task Ensure(string role, string account, IReadOnlyList<Scope> scopes, CancellationToken cancellation)
    {
        var entry = signIns.Prepare(role, string.Join(' ', scopes), account);
        if (entry.ApiKey is not null) return;
        var expires = clock.ChinaToday().AddYears(1);
        var key = await desk.CreateIfMissing(account, role, scopes, entry.Password, expires, cancellation)
            ?? await AnotherKey(account, expires);
        signIns.Keep(entry with { ApiKey = key });
    }

    // The account was made by a start that was killed before it wrote the key down; keys are shown once only.
    private async Task<string> AnotherKey(string account, DateOnly expires)
    {
        var by = new Sender("silo", Roles.SecurityAdministrator, [], "");
        var view = await desk.Find(account, clock);
        var (reply, key) = await desk.PutKey(account, $"first-{view?.Keys.Count}", new ApiKeyBody("first start", expires), by);
        return key ?? throw new InvalidOperationException($"No key could be made for account {account}: {reply.Refusal?.Code}.");
    }
}

/// <summary>Where one county's cadres work.</summary>
internal sealed record SampleCadreScopes(SampleCadres By, IReadOnlyList<Scope> Villages, IReadOnlyList<Scope> Townships);

/// <summary>Where the sample's roles hold.</summary>
internal sealed record SampleScopes(
    Scope Village, Scope Township, IReadOnlyList<Scope> Counties, IReadOnlyList<Scope> Provinces);
