using System.Collections.Concurrent;

namespace Revitalization.Conformance.Tests.Engine.Grains;

/// <summary>Where grains write what happened to them, and gates that hold them until a test lets them on. Shared with the test, as in one process.</summary>
public sealed class Diary
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    public void Write(string line) => _lines.Enqueue(line);

    public int Count(string line) => _lines.Count(written => written == line);

    public IReadOnlyList<string> Of(string prefix) => [.. _lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>Completes when somebody opens the gate, before or after.</summary>
    public Task Pass(string gate) => Gate(gate).Task;

    public void Open(string gate) => Gate(gate).TrySetResult();

    private TaskCompletionSource Gate(string gate) =>
        _gates.GetOrAdd(gate, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A scoped service: each activation has its own, disposed when it goes.</summary>
public sealed class Belongings(Diary diary) : IDisposable
{
    public string Owner { get; set; } = "";

    public void Dispose() => diary.Write($"disposed {Owner}");
}
