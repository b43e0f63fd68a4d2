using System.Text.Json;
using Revitalization.Standalone.Data;
using Revitalization.Storage;
using Revitalization.Standalone.Options;

namespace Revitalization.Standalone.FirstStart;

/// <summary>Whether the first start is finished, and what it began with: a start that goes on keeps to that.</summary>
internal sealed class FirstStartProgress(DataDirectory data)
{
    private readonly string _path = data["first-start.json"];

    public bool IsDone => Read() is { Done: true };

    /// <param name="today">The sample's monitoring lies around the day it was begun, on which a start that goes on must agree.</param>
    public (SampleSize Sample, DateOnly Day) Begin(SampleSize asked, DateOnly today)
    {
        if (Read() is { } begun) return (begun.Sample, begun.Day == default ? today : begun.Day);
        Write(new Stored(asked, Done: false, today));
        return (asked, today);
    }

    public void Finish(SampleSize sample, DateOnly day) => Write(new Stored(sample, Done: true, day));

    private Stored? Read() => File.Exists(_path) ? JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(_path)) : null;

    private void Write(Stored stored) => PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(stored));

    private sealed record Stored(SampleSize Sample, bool Done, DateOnly Day = default);
}
