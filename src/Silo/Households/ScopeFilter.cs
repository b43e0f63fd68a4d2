namespace Revitalization.Silo.Households;

/// <summary>A sender's regions as a condition on a village code: ranges, which an index serves.</summary>
internal static class ScopeFilter
{
    public static (string Sql, (string Name, object? Value)[] Values) Of(Sender by, string column) => Of(by.Regions(), column);

    public static (string Sql, (string Name, object? Value)[] Values) Of(IReadOnlyList<string> prefixes, string column, string name = "scope")
    {
        if (prefixes.Count == 0) return ("1=0", []);
        var ranges = prefixes.Select((_, index) => $"({column} >= @{name}{index}a AND {column} < @{name}{index}b)");
        var values = prefixes.SelectMany((prefix, index) => new (string, object?)[] { ($"{name}{index}a", prefix), ($"{name}{index}b", After(prefix)) });
        return ($"({string.Join(" OR ", ranges)})", [.. values]);
    }

    // The next prefix of the same length: digits sort alike in every collation, punctuation does not.
    private static string After(string prefix)
    {
        var digits = prefix.ToCharArray();
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            if (digits[at] < '9')
            {
                digits[at]++;
                return new string(digits, 0, at + 1);
            }
        }
        return "A";
    }
}
