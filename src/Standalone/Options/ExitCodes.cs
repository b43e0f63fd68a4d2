namespace Revitalization.Standalone.Options;

/// <summary>What the process ends with, for whoever supervises it.</summary>
internal static class ExitCodes
{
    public const int Stopped = 0, Usage = 1, PortInUse = 3, DataUnusable = 4, DatabaseUnreachable = 5, Failed = 6;

    /// <summary>Of <c>verify</c>: the files are not what was signed.</summary>
    public const int DoesNotHold = 10;
}

/// <summary>Why the platform cannot start, in words for whoever started it; no trace, no secrets.</summary>
internal sealed class StartRefusedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
