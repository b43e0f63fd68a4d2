using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Silo;

/// <summary>One Silo for tests that do not disturb one another.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    public RunningSilo Silo { get; private set; } = null!;

    public HttpClient County { get; private set; } = null!;

    public HttpClient Security { get; private set; } = null!;

    public HttpClient SystemAdministrator { get; private set; } = null!;

    public HttpClient Auditor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Silo = await (await RunningSilo.Start()).WithVillages();
        County = await Silo.SignedIn("jiange", Roles.County, "510823");
        Security = await Silo.SignedIn("guard", Roles.SecurityAdministrator);
        SystemAdministrator = await Silo.SignedIn("machine", Roles.SystemAdministrator);
        Auditor = await Silo.SignedIn("auditor", Roles.Auditor);
    }

    public ValueTask DisposeAsync() => Silo.DisposeAsync();
}
