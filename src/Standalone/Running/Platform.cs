using System.Diagnostics;
using System.Runtime.InteropServices;
using Revitalization.Engine;
using Revitalization.Standalone.Data;
using Revitalization.Standalone.FirstStart;
using Revitalization.Standalone.Options;

namespace Revitalization.Standalone.Running;

/// <summary>From start to stop.</summary>
internal static class Platform
{
    public static async Task<int> Run(StandaloneOptions options)
    {
        using var stop = new CancellationTokenSource();
        using var terminate = OnSignal(PosixSignal.SIGTERM, stop);
        using var interrupt = OnSignal(PosixSignal.SIGINT, stop);
        try
        {
            await Live(options, stop.Token);
            return ExitCodes.Stopped;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Stopped; // Stopped while the first start was still loading; the next start goes on.
        }
        catch (FirstLoadException refused)
        {
            await Console.Error.WriteLineAsync($"The first load did not finish; the next start goes on. {refused.Message}");
            return ExitCodes.Failed;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
    }

    private static async Task Live(StandaloneOptions options, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        Say($"engine: {EngineInfo.Name} — {EngineInfo.Reason}");
        if (options.Postgres is { } connection) await DatabaseCheck.Require(connection, stop);
        using var data = DataDirectory.Open(options.DataDirectory);
        await using var services = new ServiceGroup();
        await services.Start(options, data);
        Say($"ready: {services.Address} (after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, data in {data.Path}, {(options.Postgres is null ? "SQLite" : "PostgreSQL")})");
        foreach (var (name, address) in services.InternalAddresses) Say($"  {name}: health and metrics at {address}");

        await new FirstLoad(services, data, options.Sample).Run(stop);
        Say("Ctrl+C stops the platform.");
        await Until(stop);
        Say("stopping …");
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));

    private static void Say(string line) => Console.Out.WriteLine(line);

    private static async Task Until(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true; // We end by ourselves, in order.
            stop.Cancel();
        });
}
