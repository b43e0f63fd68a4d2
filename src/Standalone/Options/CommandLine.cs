using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Revitalization.Engine;
using Revitalization.Standalone.Running;
using Revitalization.Standalone.Verify;

namespace Revitalization.Standalone.Options;

/// <summary>Options by argument, else by environment (<c>--port</c>: <c>PLATFORM_PORT</c>), else the default.</summary>
internal sealed class CommandLine
{
    private readonly Option<int> _port = new("--port") { Description = "Port of the platform's pages and interfaces (8080); 0 takes a free one." };
    private readonly Option<string> _listen = new("--listen") { Description = "Address to listen on (127.0.0.1; 0.0.0.0: the whole network)." };
    private readonly Option<string> _data = new("--data") { Description = "Folder that keeps everything between starts (./data)." };
    private readonly Option<string> _postgres = new("--postgres") { Description = "PostgreSQL connection string, instead of SQLite files." };
    private readonly Option<bool> _empty = new("--empty") { Description = "First start: load no sample." };
    private readonly Option<string> _sample = new("--sample") { Description = "First start: small (seconds) or full (whole counties)." };
    private readonly Option<string> _log = new("--log") { Description = "What the services say: warnings (default) or requests (a line each)." };
    private readonly Option<string> _engine = new("--engine") { Description = "local or orleans; ./start builds the one named." };
    private readonly Option<string> _packages = new("--packages") { Description = "Folder of packages for the build; read by ./start." };
    private readonly Func<string, string?> _variable;

    private CommandLine(Func<string, string?> variable)
    {
        _variable = variable;
        _sample.AcceptOnlyFromAmong("small", "full");
        _log.AcceptOnlyFromAmong("warnings", "requests");
        _port.Validators.Add(result => Check(result, port => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535, "is no port (0–65535)."));
        _engine.Validators.Add(result => Check(result, IsBuiltEngine, $"is not built here; this build runs {EngineInfo.Name}. ./start --engine builds the other."));
    }

    public static Task<int> Run(string[] args, Func<string, string?> variable)
    {
        var line = new CommandLine(variable);
        // The termination handling of the parser would give a stopping platform two seconds; it takes what its requests need.
        return line.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private RootCommand Root()
    {
        var root = new RootCommand("乡村振兴平台: the whole platform in one process, for one machine.")
            { _port, _listen, _data, _postgres, _empty, _sample, _log, _engine, _packages, VerifyCommand.Build() };
        root.SetAction((parsed, _) => Start(parsed));
        return root;
    }

    private Task<int> Start(ParseResult parsed)
    {
        try
        {
            return Platform.Run(Read(parsed));
        }
        catch (FormatException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return Task.FromResult(ExitCodes.Usage);
        }
    }

    private StandaloneOptions Read(ParseResult parsed) => new(
        Text(parsed, _port, "PLATFORM_PORT") is { } port ? Number(port) : 8080,
        Text(parsed, _listen, "PLATFORM_LISTEN") ?? "127.0.0.1",
        Path.GetFullPath(Text(parsed, _data, "PLATFORM_DATA") ?? "data"),
        Text(parsed, _postgres, "PLATFORM_POSTGRES"),
        Sample(parsed),
        Log(parsed));

    private SampleSize Sample(ParseResult parsed)
    {
        if (Text(parsed, _empty, "PLATFORM_EMPTY") is "True" or "true" or "1") return SampleSize.Empty;
        return Text(parsed, _sample, "PLATFORM_SAMPLE") switch
        {
            null or "small" => SampleSize.Small,
            "full" => SampleSize.Full,
            var other => throw new FormatException($"PLATFORM_SAMPLE is small or full, not '{other}'."),
        };
    }

    private LogLevel Log(ParseResult parsed) => Text(parsed, _log, "PLATFORM_LOG") switch
    {
        null or "warnings" => LogLevel.Warning,
        "requests" => LogLevel.Information,
        var other => throw new FormatException($"PLATFORM_LOG is warnings or requests, not '{other}'."),
    };

    private string? Text<T>(ParseResult parsed, Option<T> option, string name) =>
        parsed.GetResult(option) is { Implicit: false }
            ? Convert.ToString(parsed.GetValue(option), CultureInfo.InvariantCulture)
            : _variable(name) is { Length: > 0 } value ? value : null;

    private static int Number(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new FormatException($"PLATFORM_PORT '{port}' is no port (0–65535).");

    private static bool IsBuiltEngine(string engine) => engine.Equals(EngineInfo.Name, StringComparison.OrdinalIgnoreCase);

    private static void Check(OptionResult result, Func<string, bool> holds, string otherwise)
    {
        foreach (var token in result.Tokens.Where(token => !holds(token.Value))) result.AddError($"'{token.Value}' {otherwise}");
    }
}
