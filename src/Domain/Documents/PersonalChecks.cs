using System.Buffers;
using System.Text;
using Revitalization.Domain.Disclosure;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>Numbers that belong to a person (公民身份号码, 手机, 银行卡), each in place, however they are broken up by spaces and hyphens.</summary>
internal static class PersonalChecks
{
    private const int LongestNumber = 19, IdLength = 18, OldIdLength = 15;

    private static readonly SearchValues<char> s_separators = SearchValues.Create(" -_·—–)");

    private readonly record struct Group(string Digits, int Start, int End);

    public static IEnumerable<DocumentFinding> Of(string text)
    {
        var groups = Groups(text);
        for (var at = 0; at < groups.Count; at++)
        {
            if (Longest(text, groups, at) is not { } found) continue;
            yield return found.Finding;
            while (at + 1 < groups.Count && groups[at + 1].Start < found.Finding.Start + found.Finding.Length) at++;
        }
    }

    /// <summary>The first join of groups, from this one on, that is somebody's number; a number of its own is never read as half of another.</summary>
    private static (DocumentFinding Finding, int Count)? Longest(string text, List<Group> groups, int from)
    {
        var number = groups[from].Digits;
        for (var at = from; ; at++)
        {
            if (Kind(text, number, groups[from].Start) is { } kind)
                return (new(kind, null, groups[from].Start, groups[at].End - groups[from].Start, Words(kind)), at - from + 1);
            if (at + 1 >= groups.Count || !IsJoined(text, groups[at], groups[at + 1]) || number.Length + groups[at + 1].Digits.Length > LongestNumber) return null;
            number += groups[at + 1].Digits;
        }
    }

    private static DocumentFindingKind? Kind(string text, string number, int start) => PersonalTraces.Numbers(number) switch
    {
        PersonalTrace.NationalId => DocumentFindingKind.NationalId,
        PersonalTrace.MobilePhone => MobilePhone,
        PersonalTrace.BankCard => BankCard,
        _ when IsLikeId(number) => NationalIdLike,
        _ when IsFixedPhone(text, number, start) => FixedPhone,
        _ => null,
    };

    /// <summary>A birth date at its place in eighteen digits, or in the fifteen of the old number: a number mistyped is still somebody's.</summary>
    private static bool IsLikeId(string number) => number.Length switch
    {
        IdLength => number[6..8] is "19" or "20" && IsDay(number.AsSpan(10, 4)) && number[0] is >= '1' and <= '8',
        OldIdLength => IsDay(number.AsSpan(8, 4)) && number[0] is >= '1' and <= '8' && !number.Contains('X', StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsDay(ReadOnlySpan<char> text) => string.CompareOrdinal(text[..2].ToString(), "01") >= 0 && string.CompareOrdinal(text[..2].ToString(), "12") <= 0
        && string.CompareOrdinal(text[2..].ToString(), "01") >= 0 && string.CompareOrdinal(text[2..].ToString(), "31") <= 0;

    /// <summary>(0839)6666670, 0839-6666670.</summary>
    private static bool IsFixedPhone(string text, string number, int start) =>
        number.Length is 11 or 12 && number[0] == '0' && number[1] != '0' && start + 4 < text.Length && text.AsSpan(start, 5).IndexOfAny('-', ')', ' ') > 0;

    private static string Words(DocumentFindingKind kind) => kind switch
    {
        DocumentFindingKind.NationalId => "公民身份号码（校验位正确），不得公开。",
        NationalIdLike => "像公民身份号码（含出生日期，校验位不符或为旧号码），请核对。",
        MobilePhone => "手机号码，不得公开；公务联系请用座机。",
        BankCard => "银行卡号（校验位正确），不得公开。",
        _ => "座机号码，请确认是公务电话。",
    };

    private static List<Group> Groups(string text)
    {
        var (groups, digits, start) = (new List<Group>(), new StringBuilder(), 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (char.IsAsciiDigit(letter) || (letter is 'X' or 'x' && digits.Length > 0))
            {
                if (digits.Length == 0) start = at;
                digits.Append(letter == 'x' ? 'X' : letter);
                continue;
            }
            if (digits.Length > 0 && digits.Length <= 2 * LongestNumber) groups.Add(new(digits.ToString(), start, at));
            digits.Clear();
        }
        return groups;
    }

    private static bool IsJoined(string text, Group one, Group next)
    {
        var between = text.AsSpan(one.End, next.Start - one.End);
        return between.Length is > 0 and <= 3 && between.IndexOfAnyExcept(s_separators) < 0;
    }
}
