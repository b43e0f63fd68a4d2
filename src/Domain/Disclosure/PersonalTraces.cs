using System.Text;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Disclosure;

/// <summary>What a text that is to be published may give away.</summary>
public enum PersonalTrace
{
    NationalId = 1,   // 公民身份号码
    MobilePhone = 2,  // 手机号码
    BankCard = 3,     // 银行卡号
    PersonalName = 4, // 像姓名
}

/// <summary>
/// Looks through texts that staff typed, before they are published: names of projects, of paired bodies and of keepers are public by
/// law, but somebody may have typed a person into them. Pure, and strict rather than clever: what it finds is withheld.
/// </summary>
public static class PersonalTraces
{
    private const int PhoneLength = 11, IdLength = 18, CardShortest = 16, CardLongest = 19;

    internal const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤殷毕郝邬安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童郭林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解丁邓洪左石崔龚程邢裴陆荣翁段侯班仇宁甘厉祖武符刘景叶黎白赖卓乔温曾关向易廖耿匡文欧涂肖岳聂晁冉游";

    /// <summary>Whatever names a body, a post or a place holds one of these.</summary>
    internal const string Bodies =
        "村社会司局心站所院校厂组办委队镇乡县区市省府部室馆场园店行处员户家户合作联盟学课岗长团街道路桥渠塘坝库林田山河湖沟湾坪工业农牧渔旅文卫教体";

    /// <returns>What was found first; null where nothing was.</returns>
    public static PersonalTrace? Find(string? text)
    {
        var groups = Groups(Normalised(text ?? ""));
        foreach (var number in groups.SelectMany((_, from) => Joined(groups, from)))
        {
            if (Numbers(number) is { } trace) return trace;
        }
        return null;
    }

    /// <summary>As <see cref="Find"/>, for a field that must name a body or a post and never a person (产权人、管护人、结对单位).</summary>
    public static PersonalTrace? FindInBody(string? text) => Find(text) ?? (IsLikePerson(text ?? "") ? PersonalTrace.PersonalName : null);

    /// <summary>What a number gives away, written without separators and with a capital X.</summary>
    internal static PersonalTrace? Numbers(string number)
    {
        if (HoldsId(number)) return PersonalTrace.NationalId;
        var local = number.StartsWith("86", StringComparison.Ordinal) && number.Length == PhoneLength + 2 ? number[2..] : number;
        if (local.Length == PhoneLength && local[0] == '1' && local[1] is >= '3' and <= '9' && local.All(char.IsAsciiDigit)) return PersonalTrace.MobilePhone;
        return IsCard(number) ? PersonalTrace.BankCard : null;
    }

    private static bool HoldsId(string number) => Enumerable.Range(0, Math.Max(0, number.Length - IdLength + 1))
        .Any(from => NationalId.TryParse(number.Substring(from, IdLength), DateOnly.MaxValue, out _) is null);

    // 银联 and the two foreign brands in use; the last digit checks the others (Luhn).
    private static bool IsCard(string number)
    {
        if (number.Length is < CardShortest or > CardLongest || !number.All(char.IsAsciiDigit)) return false;
        if (!number.StartsWith("62", StringComparison.Ordinal) && number[0] is not ('4' or '5')) return false;
        var sum = 0;
        for (var at = 0; at < number.Length; at++)
        {
            var digit = number[number.Length - 1 - at] - '0';
            var counted = at % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /// <summary>Numbers as people write them: 138 0000 1234 is one number, and so is each part of it.</summary>
    private static IEnumerable<string> Joined(List<(string Digits, bool Follows)> groups, int from)
    {
        var number = groups[from].Digits;
        yield return number;
        for (var next = from + 1; next < groups.Count && groups[next].Follows && number.Length < CardLongest; next++)
        {
            number += groups[next].Digits;
            yield return number;
        }
    }

    // Follows: only separators stand between it and the group before.
    private static List<(string Digits, bool Follows)> Groups(string text)
    {
        var groups = new List<(string, bool)>();
        var (group, follows) = (new StringBuilder(), false);
        foreach (var letter in text.Append('\n'))
        {
            if (char.IsAsciiDigit(letter) || (letter == 'X' && group.Length > 0))
            {
                group.Append(letter);
                continue;
            }
            if (group.Length > 0) groups.Add((group.ToString(), follows));
            follows = IsSeparator(letter) && (group.Length > 0 || follows);
            group.Clear();
        }
        return groups;
    }

    private static bool IsSeparator(char letter) => letter is ' ' or '-' or '_' or '.' or '·' or '—' or '–' or '　';

    // Full width to half, Chinese numerals to digits, and nothing that cannot be seen.
    private static string Normalised(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).Where(letter => letter is not ('\u200b' or '\u200c' or '\u200d' or '\ufeff' or '\u00ad')))
        {
            var numeral = "零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal);
            plain.Append(letter == '〇' ? '0' : numeral >= 0 ? (char)('0' + numeral) : letter == 'x' ? 'X' : letter);
        }
        return plain.ToString();
    }

    private static bool IsLikePerson(string text)
    {
        var name = text.Trim();
        return name.Length is >= 2 and <= 4 && Surnames.Contains(name[0], StringComparison.Ordinal) && !name.Any(letter => Bodies.Contains(letter, StringComparison.Ordinal))
            && name.All(letter => letter is >= '\u4e00' and <= '\u9fff');
    }
}
