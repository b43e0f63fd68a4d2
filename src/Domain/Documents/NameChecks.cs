using System.Buffers;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Text;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>
/// Words that look like a person's name (像姓名) where names stand: after 村民, 户主, 患者 …, before a sex, an age or an illness, or as the
/// writer's at a text's end. Beside a sensitive fact a name is an error, alone a warning; names elsewhere are not looked for, since
/// guessing among all words would bury the officer in findings.
/// </summary>
internal static class NameChecks
{
    private const int NameMost = 3, NearBy = 40;
    private static readonly SearchValues<char> s_bodies = SearchValues.Create(PersonalTraces.Bodies);
    private static readonly SearchValues<char> s_particles = SearchValues.Create("的了和与及或在为是有等将被把从对不也都又很更最已因");
    private static readonly string[] s_before =
        ["村民", "户主", "群众", "贫困户", "脱贫户", "监测户", "监测对象", "低保户", "五保户", "残疾人", "患者", "学生", "居民", "农户", "姓名", "申请人", "联系人", "受助人", "妻子", "丈夫", "儿子", "女儿"];
    private static readonly string[] s_after = [",男", ",女", "(男", "(女", "患", "身患", "因病", "一家", "一户", "家庭", "家中", "同志", "户)", "等户", "因", "系", "享受"];

    /// <summary>Words of the language that begin as a surname does.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "安全", "安置", "安排", "安居", "安心", "高度", "高兴", "高质", "方便", "方式", "方法", "任务", "于是", "时间", "时常", "金额", "金融", "常年", "常住", "余人", "施工", "成果", "成员", "成功",
        "成立", "温饱", "温暖", "向往", "路费", "房屋", "房子", "石头", "花费", "水平", "管理", "管护", "支持", "康复", "项目", "解决", "解困", "干部", "通过", "应当", "和谐", "平均", "和睦", "明显",
        "江边", "万元", "易地", "易返", "关心", "关注", "关系", "关于", "尤其", "曾经", "相关", "连续", "段落", "项下", "单位", "单独", "经济", "程度", "白天", "党员", "包括", "文化", "文件", "全部",
        "方面", "黄金", "苗圃", "田间", "田地", "毛利", "双方", "甘蔗", "车辆", "车间", "严重", "严格", "严实", "严防", "盛产", "盛会", "危房", "危险", "齐全", "齐心", "利益", "利用", "左右", "满意", "许多", "纪律",
    };

    public static IEnumerable<DocumentFinding> Of(string text)
    {
        var sighted = new HashSet<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (NameAt(text, at) is not { } length || !sighted.Add(at)) continue;
            var near = text.AsSpan(Math.Max(0, at - NearBy), Math.Min(text.Length, at + length + NearBy) - Math.Max(0, at - NearBy));
            yield return SensitiveWords.Fact(Sentence(near, Math.Min(at, NearBy))) is { } fact
                ? new(NameWithSensitiveFact, null, at, length, $"像姓名，同句有“{fact}”等敏感事项，不得公开。")
                : new(PersonalName, null, at, length, "像姓名，请确认可以公开。");
            at += length - 1;
        }
    }

    /// <returns>How long the name is that begins here; null where none does.</returns>
    private static int? NameAt(string text, int at)
    {
        if (!IsSurname(text[at])) return null;
        for (var length = NameMost; length > 1; length--)
        {
            if (at + length > text.Length || !IsGiven(text.AsSpan(at + 1, length - 1)) || s_words.Contains(text.Substring(at, 2))) continue;
            var called = s_before.Any(word => Follows(text, at, word)) && EndsHere(text, at + length);
            var told = IsBoundary(text, at - 1) && s_after.Any(word => string.CompareOrdinal(text, at + length, word, 0, word.Length) == 0) && !IsBoundaryWord(text, at, length);
            if (called || told || IsByline(text, at, length)) return length;
        }
        return null;
    }

    // 村民张三, 村民:张三.
    private static bool Follows(string text, int at, string word)
    {
        if (at > 0 && text[at - 1] is ':' or ' ' or '“') at--;
        return at >= word.Length && string.CompareOrdinal(text, at - word.Length, word, 0, word.Length) == 0;
    }

    private static bool EndsHere(string text, int at) => at >= text.Length || !Letters.IsHan(text[at]) || s_after.Any(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);

    private static bool IsBoundary(string text, int at) => at < 0 || !Letters.IsHan(text[at]);

    // "干部家庭" begins like a name followed by 家庭, but 部 names a body.
    private static bool IsBoundaryWord(string text, int at, int length) =>
        text.AsSpan(at + 1, length - 1).IndexOfAny(s_bodies) >= 0;

    /// <summary>(县乡村振兴局 王某某): a body, a space and a name in brackets.</summary>
    private static bool IsByline(string text, int at, int length) =>
        at + length < text.Length && text[at + length] == ')' && at > 3 && text[at - 1] == ' ' && Letters.IsHan(text[at - 2])
        && text.LastIndexOf('(', at) is var open and >= 0 && at - open < 30 && !text.AsSpan(open, at - open).Contains('\n');

    private static bool IsSurname(char letter) => PersonalTraces.Surnames.Contains(letter, StringComparison.Ordinal);

    private static bool IsGiven(ReadOnlySpan<char> given)
    {
        foreach (var letter in given)
        {
            if (!Letters.IsHan(letter) && letter is not ('某' or '×' or 'X')) return false;
        }
        return given.IndexOfAny(s_bodies) < 0 && given.IndexOfAny(s_particles) < 0;
    }

    private static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> near, int at)
    {
        var from = near[..at].LastIndexOfAny("。\n") + 1;
        var end = near[at..].IndexOfAny("。\n");
        return near[from..(end < 0 ? near.Length : at + end)];
    }
}
