using Revitalization.SystemTests.Standalone;

[assembly: AssemblyFixture(typeof(RunningPlatform))]

namespace Revitalization.SystemTests.Standalone;

/// <summary>
/// One started platform with the small sample, for every test that only needs one. Take it as a constructor argument and
/// call <see cref="Loaded"/>; it starts at the first call. What a test changes, it changes for others: write to ids of its own.
/// </summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    private readonly Lazy<Task<StandaloneProcess>> _process = new(StartLoaded);

    public Task<StandaloneProcess> Loaded() => _process.Value;

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated) await (await _process.Value).DisposeAsync();
    }

    // Sign-ins in bulk are what tests do and people do not.
    private static async Task<StandaloneProcess> StartLoaded()
    {
        var process = await StandaloneProcess.Start(environment: new Dictionary<string, string> { ["PLATFORM_RATE_SIGN_IN"] = "10000" });
        await process.Loaded();
        return process;
    }
}
