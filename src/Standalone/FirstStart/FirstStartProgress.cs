using System.Text.Json;
using Revitalization.Standalone.Data;
using Revitalization.Standalone.Options;

namespace Revitalization.Standalone.FirstStart;

/// <summary>Whether the first start is finished, and what it began with: a start that goes on keeps to that.</summary>
internal sealed class FirstStartProgress(DataDirectory data)
{
    private readonly string _path = data["first-start.json"];

    public bool IsDone => Read() is { Done: true };

    public SampleSize Begin(SampleSize asked)
    {
        if (Read() is { } begun) return begun.Sample;
        Write(new Stored(asked, Done: false));
        return asked;
    }

    public void Finish(SampleSize sample) => Write(new Stored(sample, Done: true));

    private Stored? Read() => File.Exists(_path) ? JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(_path)) : null;

    private void Write(Stored stored) => PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(stored));

    private sealed record Stored(SampleSize Sample, bool Done);
}
