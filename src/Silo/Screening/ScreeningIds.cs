using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Silo.Screening;

/// <summary>Ids that follow from a screening's own, so that whatever is repeated happens once.</summary>
internal static class ScreeningIds
{
    public const string CluePrefix = "scr-";

    private const int Digits = 32;

    /// <summary>One clue for each household and screening; a household's clues are told apart by it.</summary>
    public static string Clue(string county, string screening) =>
        CluePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{county}/{screening}")))[..Digits];

    public static string Key(string county, string screening) => $"{county}/{screening}";

    public static (string County, string Id) Parts(string key) => key.IndexOf('/', StringComparison.Ordinal) is var at and > 0
        ? (key[..at], key[(at + 1)..])
        : throw new InvalidDataException($"{key} names no county.");
}
