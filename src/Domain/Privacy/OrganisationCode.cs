using System.Buffers;
using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Privacy;

public enum OrganisationCodeRefusal
{
    [Refusal(422, "缺少统一社会信用代码", "请填写18位统一社会信用代码。")]
    Missing = 1,

    [Refusal(422, "统一社会信用代码格式不正确", "代码为18位数字和大写字母，不含I、O、S、V、Z。")]
    Malformed = 2,

    [Refusal(422, "统一社会信用代码校验位不正确", "请逐位核对。")]
    CheckDigitWrong = 3,
}

/// <summary>统一社会信用代码 (GB 32100): eighteen of 31 letters, the last checks the rest modulo 31. Public, not personal.</summary>
public static class OrganisationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;
    private const int CarriedLength = 9;
    private static readonly int[] s_carriedWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly SearchValues<char> s_letters = SearchValues.Create(Alphabet);

    public static OrganisationCodeRefusal? Check(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return OrganisationCodeRefusal.Missing;
        if (code.Length != Length || code.AsSpan().ContainsAnyExcept(s_letters)) return OrganisationCodeRefusal.Malformed;
        return CheckDigit(code) == code[^1] ? null : OrganisationCodeRefusal.CheckDigitWrong;
    }

    /// <summary>The check letter that belongs to the first seventeen: weights are powers of three modulo 31.</summary>
    public static char CheckDigit(ReadOnlySpan<char> code)
    {
        var (sum, weight) = (0, 1);
        for (var at = 0; at < Length - 1; at++)
        {
            sum += Alphabet.IndexOf(code[at], StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }

    /// <summary>The organisation code (组织机构代码, GB 11714) that a code carries at its ninth to seventeenth place; null where its own check letter is wrong.</summary>
    public static string? Carried(string code) => code.Length == Length && CheckCarried(code[8..17]) is null ? code[8..17] : null;

    /// <summary>Checks an organisation code of nine letters (GB 11714), as index numbers before 2015 begin with: eight letters and one that checks them modulo 11.</summary>
    public static OrganisationCodeRefusal? CheckCarried(string? code)
    {
        if (string.IsNullOrWhiteSpace(code)) return OrganisationCodeRefusal.Missing;
        if (code.Length != CarriedLength || !code.All(char.IsAsciiLetterOrDigit) || code.Any(char.IsAsciiLetterLower)) return OrganisationCodeRefusal.Malformed;
        return CarriedCheckDigit(code) == code[^1] ? null : OrganisationCodeRefusal.CheckDigitWrong;
    }

    private static char CarriedCheckDigit(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var at = 0; at < s_carriedWeights.Length; at++) sum += (char.IsAsciiDigit(code[at]) ? code[at] - '0' : code[at] - 'A' + 10) * s_carriedWeights[at];
        return "0X987654321"[sum % 11];
    }
}
