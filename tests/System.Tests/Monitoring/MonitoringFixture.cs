using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>One Silo with an account for every level of the chain.</summary>
public sealed class MonitoringFixture : IAsyncLifetime
{
    private int _person = 400;

    public RunningSilo Silo { get; private set; } = null!;

    public HttpClient Village { get; private set; } = null!;

    public HttpClient OtherVillage { get; private set; } = null!;

    public HttpClient Township { get; private set; } = null!;

    public HttpClient County { get; private set; } = null!;

    public HttpClient OtherCounty { get; private set; } = null!;

    public HttpClient Auditor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Silo = await (await RunningSilo.Start()).WithVillages();
        Village = await Silo.SignedIn("monitor-1", Roles.VillageMonitor, RunningSilo.Village);
        OtherVillage = await Silo.SignedIn("monitor-2", Roles.VillageMonitor, RunningSilo.OtherVillage);
        Township = await Silo.SignedIn("puan", Roles.Township, RunningSilo.Village[..9]);
        County = await Silo.SignedIn("jiange", Roles.County, "510823");
        OtherCounty = await Silo.SignedIn("tongjiang", Roles.County, "511921");
        Auditor = await Silo.SignedIn("auditor", Roles.Auditor);
    }

    public ValueTask DisposeAsync() => Silo.DisposeAsync();

    /// <summary>A registered household with a head, and its chain.</summary>
    internal async Task<Chain> Household(string id, Contracts.Households.HouseholdBody? body = null)
    {
        await County.Accepted($"/api/households/{id}", body ?? Given.Household());
        await County.Accepted($"/api/households/{id}/members/1", Given.Member(Interlocked.Increment(ref _person)));
        return new(this, id);
    }
}
