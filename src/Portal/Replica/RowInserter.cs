using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Writes the rows of one release with one prepared statement per table.</summary>
internal sealed class RowInserter(SqliteConnection connection, SqliteTransaction transaction, int release) : IDisposable
{
    private readonly PreparedInsert _regions = new(connection, transaction, "regions", 6);
    private readonly PreparedInsert _indicators = new(connection, transaction, "indicators", 11);
    private readonly PreparedInsert _observations = new(connection, transaction, "observations", 10);
    private readonly PreparedInsert _grams = new(connection, transaction, "grams", 4);
    private readonly PreparedInsert _freshness = new(connection, transaction, "freshness", 4);
    private readonly AidInserter _aid = new(connection, transaction, release);

    /// <returns>The set it belongs to.</returns>
    public string Add(object row, long position) => row switch
    {
        RegionRow region => Add(region, position),
        IndicatorRow indicator => Add(indicator, position),
        ObservationRow observation => Add(observation, position),
        PublicFreshness freshness => Add(freshness, position),
        _ => _aid.Add(row, position) ?? throw new ReleaseRejectedException($"a row of type {row.GetType().Name} was never taught to the portal"),
    };

    public void Dispose()
    {
        _regions.Dispose();
        _indicators.Dispose();
        _observations.Dispose();
        _grams.Dispose();
        _freshness.Dispose();
        _aid.Dispose();
    }

    private string Add(RegionRow row, long position)
    {
        _regions.Run(release, row.Code, row.Name, row.Level, row.ParentCode, position);
        Index(PublicSets.Regions, row.Code, row.Name);
        return PublicSets.Regions;
    }

    private string Add(IndicatorRow row, long position)
    {
        _indicators.Run(release, row.Code, row.Name, row.Unit, row.Definition, row.Method, row.Source,
            row.Additive ? 1 : 0, row.Protected ? 1 : 0, row.Accumulation, position);
        Index(PublicSets.Indicators, row.Code, row.Name + "\n" + row.Definition);
        return PublicSets.Indicators;
    }

    private string Add(ObservationRow row, long position)
    {
        ReleaseVerification.Require(row.Release == release, "a row names another release");
        ReleaseVerification.Require(row.Value is null == (row.Status == "suppressed"), "a row is suppressed and has a value, or neither");
        _observations.Run(release, row.RegionCode, row.Period, row.IndicatorCode, row.RegionLevel, row.PeriodKind,
            Scaled(row.Value), row.Status, row.Note, position);
        return PublicSets.Observations;
    }

    private string Add(PublicFreshness row, long position)
    {
        _freshness.Run(release, row.RegionCode, RowLine.Of(row).Bytes, position);
        return PublicFreshness.Set;
    }

    private void Index(string set, string code, string text)
    {
        foreach (var gram in Bigrams.Of(text)) _grams.Run(release, set, gram, code);
    }

    internal static long? Scaled(decimal? value)
    {
        if (value is not { } exact) return null;
        ReleaseVerification.Require(Math.Abs(exact) <= long.MaxValue / SqlFunctions.Scale, "a value is too large");
        return (long)(exact * SqlFunctions.Scale);
    }
}

/// <summary>One INSERT, prepared once.</summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly SqliteCommand _command;

    public PreparedInsert(SqliteConnection connection, SqliteTransaction transaction, string table, int columns)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = $"INSERT INTO {table} VALUES({string.Join(',', Enumerable.Range(0, columns).Select(i => $"@p{i}"))})";
        for (var i = 0; i < columns; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
