using System.Collections.Frozen;
using System.Text.Json;
using Revitalization.Domain.Households;

namespace Revitalization.Silo.Households;

/// <summary>
/// Codes of the API (kebab case) ↔ the domain's terms. The national sheets know finer terms than statistics need;
/// those are accepted and stand for the domain's.
/// </summary>
public static class Terms
{
    private static readonly FrozenDictionary<string, LabourAbility> s_labour = Of<LabourAbility>(
        ("full", LabourAbility.Able), ("skilled", LabourAbility.Able));

    private static readonly FrozenDictionary<string, Employment> s_employment = Of<Employment>(
        ("farming", Domain.Households.Employment.None), ("partner-city", Domain.Households.Employment.OutOfProvince),
        ("elsewhere", Domain.Households.Employment.OutOfProvince));

    private static readonly FrozenDictionary<string, Schooling> s_schooling = Of<Schooling>(
        ("none", Domain.Households.Schooling.Illiterate), ("junior", Domain.Households.Schooling.JuniorMiddle),
        ("senior", Domain.Households.Schooling.SeniorMiddle), ("vocational", Domain.Households.Schooling.SeniorMiddle));

    public static LabourAbility? Labour(string code) => Find(s_labour, code);

    public static Employment? Employment(string code) => Find(s_employment, code);

    public static Schooling? Schooling(string code) => Find(s_schooling, code);

    /// <summary>The term with this code; null where there is none.</summary>
    public static T? Find<T>(string code) where T : struct, Enum => Find(Codes<T>.ByCode, code);

    public static string Code<T>(T term) where T : struct, Enum => Codes<T>.ByTerm[term];

    private static T? Find<T>(FrozenDictionary<string, T> terms, string code) where T : struct =>
        terms.TryGetValue(code, out var term) ? term : null;

    private static FrozenDictionary<string, T> Of<T>(params (string Code, T Term)[] finer) where T : struct, Enum =>
        Codes<T>.ByCode.Select(pair => (Code: pair.Key, Term: pair.Value)).Concat(finer)
            .DistinctBy(pair => pair.Code).ToFrozenDictionary(pair => pair.Code, pair => pair.Term, StringComparer.Ordinal);

    private static class Codes<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByTerm =
            Enum.GetValues<T>().ToFrozenDictionary(term => term, term => JsonNamingPolicy.KebabCaseLower.ConvertName(term.ToString()));

        public static readonly FrozenDictionary<string, T> ByCode =
            ByTerm.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
