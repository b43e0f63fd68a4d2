using System.Text.Json;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Look;

namespace Revitalization.Portal.Pages.Aid;

/// <summary>Chinese for the public sets' PascalCase words, and money as Chinese readers read it.</summary>
public static class AidWords
{
    private const string Budget = "Budget";

    public static readonly IReadOnlyList<string> Fields = [.. AidTerms.Fields.Keys.Select(Pascal)];

    public static string Kind(string word) => Of(AidTerms.Kinds, word);

    public static string Field(string word) => word == Budget ? "预算指标" : Of(AidTerms.Fields, word);

    public static string PairingKind(string word) => Of(AidTerms.PairingKinds, word);

    public static string Source(string word) => Of(FundTerms.Sources, word);

    public static string Stage(string word) => Of(ProjectTerms.Stages, word);

    public static string Category(string word) => Of(ProjectTerms.Categories, word);

    public static string AssetClass(string word) => Of(AssetTerms.Classes, word);

    /// <summary>1,740 万元; 1 亿元; 9,800 元.</summary>
    public static string Money(long fen) => $"{Figures.Large(fen / 100m)}{(fen / 100m >= 1_0000m ? "" : " ")}元";

    /// <summary>In 万元, for columns that say so.</summary>
    public static string Wan(long fen) => Figures.Plain(fen / 100_0000m);

    /// <summary>Of the whole, in percent; null where there is no whole.</summary>
    public static string Share(long part, long whole) => whole <= 0 ? "—" : Figures.Percent((decimal)part / whole);

    private static string Of(IReadOnlyDictionary<string, string> words, string word) =>
        words.GetValueOrDefault(JsonNamingPolicy.KebabCaseLower.ConvertName(word), word);

    private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
