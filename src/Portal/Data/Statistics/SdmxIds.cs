namespace Revitalization.Portal.Data.Statistics;

/// <summary>Codes as SDMX writes ids: letters, digits, <c>_ @ $ -</c>. Ours are written with points; what is told apart by such a mark alone gets a number.</summary>
internal static class SdmxIds
{
    /// <param name="codes">All different.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> codes)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new List<string>(codes.Count);
        foreach (var code in codes)
        {
            var plain = string.Concat(code.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '@' or '$' or '-' ? c : '_'));
            var id = plain;
            for (var number = 2; !taken.Add(id); number++) id = $"{plain}_{number}";
            ids.Add(id);
        }
        return ids;
    }
}
