namespace Revitalization.SystemTests.Hosting;

/// <summary>Real time, moved by as much as a test says.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
