namespace Revitalization.Standalone.Options;

/// <summary>How much a first start loads.</summary>
public enum SampleSize
{
    /// <summary>Nothing: one account, the security administrator.</summary>
    Empty,

    /// <summary>A few villages of each sample county; seconds.</summary>
    Small,

    /// <summary>The whole sample counties; minutes.</summary>
    Full,
}

/// <param name="Port">Port of the Gateway on every address of this machine's loopback; 0 takes a free one.</param>
/// <param name="Listen">Address the Gateway listens on.</param>
/// <param name="DataDirectory">Absolute.</param>
/// <param name="Postgres">Connection string; null: SQLite files in the data directory.</param>
/// <param name="Log">From which level on the services' lines are shown.</param>
public sealed record StandaloneOptions(int Port, string Listen, string DataDirectory, string? Postgres, SampleSize Sample, LogLevel Log);
