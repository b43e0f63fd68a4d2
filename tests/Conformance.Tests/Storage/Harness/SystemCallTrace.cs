using System.Text.RegularExpressions;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>One system call in a trace; positions are lines of the trace, which are in order of time.</summary>
internal sealed record SystemCall(int Process, string Name, string Text, int Started, int Returned, bool Succeeded);

/// <summary>Reads what <c>strace -f -y -o</c> wrote, joining calls that were interrupted by other threads' lines.</summary>
internal static partial class SystemCallTrace
{
    private const string Unfinished = "<unfinished ...>";

    public static List<SystemCall> Read(string file)
    {
        var calls = new List<SystemCall>();
        var open = new Dictionary<int, (string Name, string Text, int Started)>();
        foreach (var (line, text) in File.ReadLines(file).Index())
        {
            if (Resumed().Match(text) is { Success: true } rest && open.Remove(Number(rest), out var begun))
                calls.Add(new(Number(rest), begun.Name, begun.Text, begun.Started, line + 1, !Failed(text)));
            else if (Begun().Match(text) is { Success: true } call && text.EndsWith(Unfinished, StringComparison.Ordinal))
                open[Number(call)] = (call.Groups["name"].Value, text, line + 1);
            else if (Begun().Match(text) is { Success: true } whole)
                calls.Add(new(Number(whole), whole.Groups["name"].Value, text, line + 1, line + 1, !Failed(text)));
        }

        return calls;
    }

    private static bool Failed(string text) => text.Contains(" = -1 ", StringComparison.Ordinal);

    private static int Number(Match match) => int.Parse(match.Groups["process"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<process>\d+)\s+(?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(?<process>\d+)\s+<\.\.\. (?<name>\w+) resumed>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resumed();
}
