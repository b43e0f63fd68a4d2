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
}
