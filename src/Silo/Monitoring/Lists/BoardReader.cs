using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Counts the files of a region for its board (看板), in one pass and one snapshot. Counts only: nobody is named but cadres.</summary>
public sealed class BoardReader(IRegistryDatabase database, RegionBook regions, TimeProvider clock)
{
    private const int CadresMost = 100;

    /// <param name="prefix">Significant digits of the region; empty for all that the scopes hold.</param>
    /// <param name="scopes">Regions that may be counted.</param>
    public async Task<MonitoringBoard> Read(string prefix, IReadOnlyList<string> scopes, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var source = new BoardSource(connection, moment, prefix, scopes, clock.ChinaToday());
        var groups = await source.Files(cancellation);
        var late = await source.Late(cancellation);
        var wanted = await source.Wanted(cancellation);
        var cadres = await source.Cadres(CadresMost, cancellation);
        var villages = source.ChildDigits == 12 ? await source.Villages(cancellation) : [];
        var code = BoardRegions.Code(prefix);
        return new(
            code, regions.Find(code)?.Name ?? villages.GetValueOrDefault(code, ""), clock.ChinaToday(), groups.Sum(group => group.Files),
            groups.Where(group => group.Kind is not null).Sum(group => group.Files), groups.Where(group => group.Late).Sum(group => group.Files), wanted,
            Colours(groups), Named(groups, group => group.Kind, MonitoringTerms.Kinds), Named(groups, group => group.Step, MonitoringTerms.Steps), late, cadres,
            [.. groups.GroupBy(group => group.Child, StringComparer.Ordinal).OrderBy(child => child.Key, StringComparer.Ordinal).Select(child => Region(child, villages))]);
    }

    private static List<BoardCount> Colours(List<BoardGroup> groups) =>
        [.. groups.Where(group => group.Colour is not null).GroupBy(group => (group.Severity, Id: group.Colour!, Name: group.ColourName!))
            .OrderBy(colour => colour.Key).Select(colour => new BoardCount(colour.Key.Id, colour.Key.Name, colour.Key.Severity, colour.Sum(group => group.Files), colour.Sum(group => group.People)))];

    /// <summary>Every known id, in the order of the terms; nothing found is zero, not a gap.</summary>
    private static List<BoardCount> Named(List<BoardGroup> groups, Func<BoardGroup, string?> id, IReadOnlyDictionary<string, string> terms)
    {
        var counted = groups.Where(group => id(group) is not null).ToLookup(group => id(group)!, StringComparer.Ordinal);
        return [.. terms.Where(term => term.Key != "idle").Select(term =>
            new BoardCount(term.Key, term.Value, 0, counted[term.Key].Sum(group => group.Files), counted[term.Key].Sum(group => group.People)))];
    }

    private BoardRegion Region(IGrouping<string, BoardGroup> child, Dictionary<string, string> villages)
    {
        var code = BoardRegions.Code(child.Key);
        long[] severities = [.. Enumerable.Range(1, 3).Select(severity => child.Where(group => group.Severity == severity).Sum(group => group.Files))];
        return new(
            code, villages.GetValueOrDefault(code) ?? regions.Find(code)?.Name ?? "", child.Sum(group => group.Files),
            child.Where(group => group.Kind is not null).Sum(group => group.Files), child.Where(group => group.Late).Sum(group => group.Files), severities);
    }
}

/// <summary>Files that are alike in all that a board counts.</summary>
/// <param name="Child">Digits of the region one level below.</param>
internal sealed record BoardGroup(string Child, string Step, string? Kind, string? Colour, string? ColourName, int Severity, bool Late, long Files, long People);

internal static class BoardRegions
{
    private static readonly int[] s_levels = [2, 4, 6, 9, 12];

    /// <summary>510823 of 510823; 510000 of 51; empty stays empty.</summary>
    public static string Code(string prefix) => prefix.Length is > 0 and < 6 ? prefix.PadRight(6, '0') : prefix;

    /// <summary>How many digits the regions one level below have; a village has none below it.</summary>
    public static int ChildDigits(string prefix) => s_levels.FirstOrDefault(level => level > prefix.Length, 12);

    /// <summary>The smallest region that holds all of them.</summary>
    public static string Common(IReadOnlyList<string> prefixes)
    {
        if (prefixes.Count == 0) return "";
        var shared = prefixes.Aggregate((left, right) => string.Concat(left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)));
        return shared[..s_levels.LastOrDefault(level => level <= shared.Length, 0)];
    }
}
