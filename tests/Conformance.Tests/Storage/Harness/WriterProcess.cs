using System.Diagnostics;
using System.Globalization;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>The writer program as a process of its own: killed, starved of disk, or watched by strace.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    // Beside this test's own output: bin/<project>/<configuration>.
    private static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Conformance.Tests.Writer", new DirectoryInfo(AppContext.BaseDirectory).Name,
        "Revitalization.Conformance.Tests.Writer.dll");

    /// <param name="before">A command that runs the writer, such as a shell that sets limits first.</param>
    public static WriterProcess Start(StorageLab lab, int writers, int commands, params string[] before)
    {
        string[] line =
        [
            .. before, "dotnet", "exec", Program,
            writers.ToString(CultureInfo.InvariantCulture), commands.ToString(CultureInfo.InvariantCulture), .. lab.Arguments,
        ];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new(Process.Start(start) ?? throw new InvalidOperationException("The writer did not start."));
    }

    /// <summary>The next acknowledged command, or null at the end.</summary>
    public async Task<string?> NextAcknowledged()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line cut off by the kill was not read whole by anybody.
            if (line.Split(' ') is ["ack", var id, "Appended", _]) return id;
            if (line.StartsWith("fault", StringComparison.Ordinal)) Fault = line;
        }

        return null;
    }

    /// <summary>What the writer said when the database failed it.</summary>
    public string? Fault { get; private set; }

    public async Task<List<string>> Acknowledged(int atMost = int.MaxValue)
    {
        var ids = new List<string>();
        while (ids.Count < atMost && await NextAcknowledged() is { } id) ids.Add(id);
        return ids;
    }

    public void Kill() => _process.Kill();

    public async Task<(int Code, string Error)> Ended()
    {
        var error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
