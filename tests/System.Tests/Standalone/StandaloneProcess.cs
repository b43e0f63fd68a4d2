using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Revitalization.SystemTests.Standalone;

/// <summary>
/// The real product as its operator starts it: its own process, published output when <c>PLATFORM_STANDALONE</c> names it (as
/// <c>./test</c> does), a free port, a data folder of its own under the temporary folder.
/// </summary>
public sealed class StandaloneProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _ownsData;

    private StandaloneProcess(string data, bool ownsData, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        (DataDirectory, _ownsData) = (data, ownsData);
        var start = new ProcessStartInfo(Executable, [.. arguments.Contains("--port") ? [] : new[] { "--port", "0" }, "--data", data, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PLATFORM_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => Ended();
    }

    public static string Executable =>
        Environment.GetEnvironmentVariable("PLATFORM_STANDALONE") is { Length: > 0 } published
            ? published
            : Path.Combine(AppContext.BaseDirectory, "Revitalization.Standalone");

    public string DataDirectory { get; }

    public int Id => _process.Id;

    /// <summary>Everything it printed so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Where it answers; known once it printed that it is ready.</summary>
    public Uri Address => _ready.Task.IsCompletedSuccessfully ? _ready.Task.Result : throw new InvalidOperationException("Not ready yet.");

    /// <summary>Starts and waits until it answers; the sample may still be loading.</summary>
    public static async Task<StandaloneProcess> Start(
        string? data = null, IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> arguments)
    {
        var process = Launch(data, environment, arguments);
        await process._ready.Task.WaitAsync(Patience);
        return process;
    }

    /// <summary>Starts and waits for nothing.</summary>
    public static StandaloneProcess Launch(
        string? data = null, IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> arguments)
    {
        var process = new StandaloneProcess(
            data ?? Directory.CreateTempSubdirectory("platform-test-").FullName, data is null, arguments, environment ?? new Dictionary<string, string>());
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until the first start has loaded all it was told to.</summary>
    public Task Loaded() => _loaded.Task.WaitAsync(Patience);

    /// <summary>Waits until a line was printed that holds this text.</summary>
    public async Task Printed(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!_lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            if (_process.HasExited || waited.Elapsed > Patience) throw new InvalidOperationException($"Never printed '{text}':\n{Output}");
            await Task.Delay(10);
        }
    }

    /// <summary>The account made at the first start for this role.</summary>
    public SignIn SignIn(string role) => SignIns().First(entry => entry.Role == role);

    public IReadOnlyList<SignIn> SignIns() =>
        JsonSerializer.Deserialize<SignIn[]>(File.ReadAllBytes(Path.Combine(DataDirectory, "sign-ins.json")), JsonSerializerOptions.Web)!;

    /// <summary>A client without credentials.</summary>
    public HttpClient Visitor() => new() { BaseAddress = Address };

    /// <summary>A client that calls with the API key of this role's account.</summary>
    public HttpClient As(string role) => With(SignIn(role).ApiKey!);

    public HttpClient With(string apiKey)
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Add("X-Api-Key", apiKey);
        return client;
    }

    /// <summary>Asks it to stop, as a supervisor does, and returns what it ended with.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("/bin/kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await Exit();
    }

    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>The machine loses power: no farewell.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
        if (_ownsData) Directory.Delete(DataDirectory, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (line.StartsWith("ready: ", StringComparison.Ordinal)) _ready.TrySetResult(new Uri(line.Split(' ')[1]));
        if (line.StartsWith("Ctrl+C ", StringComparison.Ordinal)) _loaded.TrySetResult();
    }

    private void Ended()
    {
        var ended = new InvalidOperationException($"The platform ended:\n{Output}");
        _ready.TrySetException(ended);
        _loaded.TrySetException(ended);
        // A test that only looks at how it ended waits for neither.
        _ = _ready.Task.Exception;
        _ = _loaded.Task.Exception;
    }
}

/// <summary>An entry of <c>sign-ins.json</c>.</summary>
public sealed record SignIn(string Role, string Scope, string Account, string Password, string? ApiKey);
