using System.Text;

namespace Revitalization.Domain.Regions;

/// <summary>
/// The compact form of regions: one line each in order of code; spaces in front give the level, then the digits the level adds
/// (two, two, two, three), then the name. A city without counties, whose code the source repeats as its own county, stands once.
/// </summary>
internal static class RegionLines
{
    private static readonly int[] s_digits = [2, 2, 2, 3];

    public static IEnumerable<Region> Read(IEnumerable<string> lines)
    {
        var path = new string[s_digits.Length];
        foreach (var line in lines)
        {
            var depth = line.Length - line.AsSpan().TrimStart(' ').Length;
            path[depth] = line.Substring(depth, s_digits[depth]);
            var parent = depth == 0 ? null : Code(path, depth - 1);
            yield return new(Code(path, depth), line[(depth + s_digits[depth])..], (RegionLevel)(depth + 1), parent);
        }
    }

    public static string Write(IEnumerable<Region> regions)
    {
        var text = new StringBuilder();
        foreach (var region in regions.OrderBy(region => region.Code, StringComparer.Ordinal))
        {
            var depth = (int)region.Level - 1;
            text.Append(' ', depth).Append(region.Code, depth * 2, s_digits[depth]).Append(region.Name).Append('\n');
        }
        return text.ToString();
    }

    private static string Code(string[] path, int depth) => string.Concat(path.Take(depth + 1)).PadRight(6, '0');
}
