using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Indicators;

namespace Revitalization.Silo.Indicators;

/// <summary>What a household adds to the roll-ups, as it is kept beside them: one line per entry, village and quarter stated once.</summary>
public static class Contribution
{
    // Some hundred entries are read for every event: a code is then the catalogue's own text, not one more of the same.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_codes =
        IndicatorCatalog.All.Select(indicator => indicator.Code).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static byte[] Write(IReadOnlyList<ContributionEntry> entries)
    {
        var text = new StringBuilder(1024);
        var (village, quarter) = ("", default(Period));
        foreach (var entry in entries)
        {
            if (entry.Village != village || entry.Quarter != quarter)
            {
                (village, quarter) = (entry.Village, entry.Quarter);
                text.Append('@').Append(village).Append(' ').Append(quarter.ToString()).Append('\n');
            }
            text.Append(entry.Indicator).Append(' ').Append(CultureInfo.InvariantCulture, $"{entry.Delta}").Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static List<ContributionEntry> Read(byte[] data)
    {
        var entries = new List<ContributionEntry>(data.Length / 16);
        var (village, quarter) = ("", default(Period));
        var text = Encoding.UTF8.GetString(data).AsSpan();
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.IsEmpty) continue;
            var space = line.IndexOf(' ');
            if (line[0] != '@')
            {
                entries.Add(new(village, quarter, Code(line[..space]), long.Parse(line[(space + 1)..], CultureInfo.InvariantCulture)));
                continue;
            }
            if (!line[1..space].SequenceEqual(village)) village = line[1..space].ToString();
            quarter = Period.Parse(line[(space + 1)..].ToString());
        }
        return entries;
    }

    private static string Code(ReadOnlySpan<char> code) => s_codes.TryGetValue(code, out var known) ? known : code.ToString();
}
