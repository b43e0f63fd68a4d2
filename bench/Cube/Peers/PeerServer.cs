using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Revitalization.Bench.Cube.Peers;

/// <summary>Another server of the same rows, a process of its own on loopback, ended by its id.</summary>
internal sealed class PeerServer : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private PeerServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The folder of the peers, seen from wherever the bench was built to.</summary>
    public static string Folder { get; } = Up(new DirectoryInfo(AppContext.BaseDirectory));

    /// <param name="arguments">What follows the port.</param>
    public static async Task<PeerServer> Start(string program, string? script, IEnumerable<string> arguments)
    {
        var port = FreePort();
        IEnumerable<string> all = [.. script is null ? [] : new[] { script }, port.ToString(CultureInfo.InvariantCulture), .. arguments];
        var start = new ProcessStartInfo(program, all) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["NODE_ENV"] = "production";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // A full pipe would stop it.
        process.BeginOutputReadLine();
        var peer = new PeerServer(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        await peer.Listens(port);
        return peer;
    }

    /// <summary>Runs a tool of the peers to its end, such as their installation.</summary>
    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Listens(int port)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < s_patience)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Up(DirectoryInfo from) =>
        Directory.Exists(Path.Combine(from.FullName, "bench", "peers")) ? Path.Combine(from.FullName, "bench", "peers") : Up(from.Parent!);
}
