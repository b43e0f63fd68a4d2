using System.Globalization;
using System.Text;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Indicators;

namespace Revitalization.Silo.Indicators;

/// <summary>What a household adds to the roll-ups, as it is kept beside them: one line per entry, village and quarter stated once.</summary>
public static class Contribution
{
    public static byte[] Write(IEnumerable<ContributionEntry> entries)
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
            text.Append(entry.Indicator).Append(' ').Append(entry.Delta.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static IEnumerable<ContributionEntry> Read(byte[] data)
    {
        var (village, quarter) = ("", default(Period));
        foreach (var line in Encoding.UTF8.GetString(data).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (line[0] == '@') (village, quarter) = (line[1..space], Period.Parse(line[(space + 1)..]));
            else yield return new(village, quarter, line[..space], long.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture));
        }
    }
}
