namespace Revitalization.Conformance.Tests.Engine;

/// <summary>Waits for what must come to be; how long it takes is no concern, only that it does.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task Is(Func<bool> condition, string what) => Is(() => Task.FromResult(condition()), what);

    public static async Task Is(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException($"It never came that {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
