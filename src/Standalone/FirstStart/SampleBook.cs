using System.Text;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Standalone.Options;
using Revitalization.Standalone.Samples;

namespace Revitalization.Standalone.FirstStart;

/// <summary>The sample as a county would send it: one CSV file for each county and kind, written row by row while it is sent.</summary>
internal static class SampleBook
{
    private const ulong Seed = 2023;

    /// <summary>Incomes of 2022 and 2023: two years are what a year-on-year figure needs.</summary>
    private const int Quarters = 8;

    /// <summary>The sample states facts up to here; a release as of a later day would show quarters in which nothing happened.</summary>
    public static DateOnly LastDay => SampleSheets.FirstDay.AddMonths(3 * Quarters).AddDays(-1);

    public static SampleScopes Scopes
    {
        get
        {
            var counties = SampleCounties.Small.Select(county => county.Code).ToArray();
            var village = SampleCounties.Small[0].Villages[0].Code;
            return new(
                Scope.Region(village), Scope.Region(village[..9]), [.. counties.Select(Scope.Region)],
                [.. counties.Select(code => code[..2]).Distinct(StringComparer.Ordinal).Select(Scope.Region)]);
        }
    }

    public static IEnumerable<SampleSheet> Sheets(SampleSize size) =>
        from county in size == SampleSize.Full ? SampleCounties.Full : SampleCounties.Small
        from kind in ImportKinds.Register
        select new SampleSheet(county.Code, kind, county.Name, (stream, stop) => Write(new SampleSheets(county, Seed), kind, stream, stop));

    /// <summary>Counties with a monitor and a township officer of their own; in the others the county's own account acts.</summary>
    private static readonly string[] s_withCadres = ["510823", "511921", "511923", "511903"];

    public static IEnumerable<SampleCadreScopes> Cadres => SampleCounties.Small.Where(county => s_withCadres.Contains(county.Code)).Select(county =>
    {
        var villages = county.Villages.Take(4).Select(village => village.Code).ToList();
        return new SampleCadreScopes(CadresOf(county), [.. villages.Select(Scope.Region)], [.. villages.Select(code => Scope.Region(code[..9])).Distinct()]);
    });

    public static IEnumerable<SampleCase> Monitoring(SampleSize size, DateOnly today) =>
        (size == SampleSize.Full ? SampleCounties.Full : SampleCounties.Small).SelectMany(county => new SampleMonitoring(Seed, today).Cases(county, CadresOf(county)));

    private static SampleCadres CadresOf(SampleCounty county) => s_withCadres.Contains(county.Code)
        ? new($"village-{county.Code}", $"township-{county.Code}", FirstAccounts.County)
        : new(FirstAccounts.County, FirstAccounts.County, FirstAccounts.County);

    /// <summary>Which villages were merged of which: no sheet says so.</summary>
    public static IEnumerable<(string Address, object Body)> Lineages(SampleSize size) =>
        (size == SampleSize.Full ? SampleCounties.Full : SampleCounties.Small).SelectMany(SampleLineages.Of);

    private static async Task Write(SampleSheets sheets, string kind, Stream stream, CancellationToken stop)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(false), bufferSize: 64 * 1024, leaveOpen: true);
        foreach (var row in sheets.Rows(kind, Quarters).Prepend(SampleSheets.Headings(kind)))
            await text.WriteLineAsync(string.Join(',', row.Select(Cell)).AsMemory(), stop);
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
