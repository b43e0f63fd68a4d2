using System.Data.Common;
using Revitalization.Storage;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>The world's failure, made by a test.</summary>
public sealed class InjectedFaultException() : DbException("Injected by a test.");

/// <summary>Makes one database call fail: before it is made, or after it succeeded and its answer was lost.</summary>
internal sealed class FailingSeam(int failAt, bool answerLost) : StorageSeam
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public bool Failed => Calls >= failAt;

    public override void Before(StorageCall call)
    {
        if (Interlocked.Increment(ref _calls) == failAt && !answerLost) throw new InjectedFaultException();
    }

    public override void After(StorageCall call)
    {
        if (Calls == failAt && answerLost)
        {
            Interlocked.Increment(ref _calls);
            throw new InjectedFaultException();
        }
    }
}

/// <summary>Holds the writer at its first call while closed, so that what is sent meanwhile shares the next batch.</summary>
internal sealed class GateSeam : StorageSeam, IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly ManualResetEventSlim _held = new();

    public override void Before(StorageCall call)
    {
        if (Thread.CurrentThread.Name?.EndsWith("writer", StringComparison.Ordinal) != true) return;
        if (!_open.IsSet) _held.Set();
        _open.Wait();
    }

    /// <summary>Closes the gate behind a command of its own, so that the writer is busy with it and all after it gather.</summary>
    public async Task<T[]> InOneBatch<T>(Func<Task> decoy, params Func<Task<T>>[] sends)
    {
        _open.Reset();
        var busy = decoy();
        _held.Wait();
        var sent = sends.Select(send => send()).ToArray();
        _open.Set();
        await busy;
        return await Task.WhenAll(sent);
    }

    public void Dispose()
    {
        _open.Dispose();
        _held.Dispose();
    }
}

/// <summary>Stops the server's process just before it is sent a commit, as a network does that swallows packets.</summary>
internal sealed class StoppingSeam(Func<int> serverProcess) : StorageSeam, IDisposable
{
    private bool _stopNext;
    private int _stopped;

    public void StopNextCommit() => _stopNext = true;

    public override void Before(StorageCall call)
    {
        if (call != StorageCall.Commit || !_stopNext) return;
        _stopNext = false;
        _stopped = serverProcess();
        PostgresDurabilityTests.Signal("STOP", _stopped);
    }

    public void Continue()
    {
        if (_stopped != 0) PostgresDurabilityTests.Signal("CONT", _stopped);
        _stopped = 0;
    }

    public void Dispose() => Continue();
}
