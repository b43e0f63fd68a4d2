using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Text;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>Rosters (花名册): a column headed 姓名 or 户主 whose cells look like names. One finding a column; an error where another column says what shames or identifies.</summary>
internal static class RosterChecks
{
    private static readonly string[] s_names = ["姓名", "户主", "申请人", "受益人", "学生", "患者", "监护人", "家庭成员", "享受人", "领取人"];
    private static readonly string[] s_sensitive = ["身份证", "证件", "电话", "手机", "银行", "卡号", "账号", "残疾", "低保", "特困", "疾病", "病", "监测", "风险", "致贫", "住址", "金额", "补助", "出生"];

    public static IEnumerable<DocumentFinding> Of(TracedText text)
    {
        foreach (var rows in TableChecks.Tables(DocumentLines.Of(text), rosters: true))
        {
            for (var column = 0; column < rows[0].Length; column++)
            {
                if (!s_names.Any(word => rows[0][column].Text.Contains(word, StringComparison.Ordinal))) continue;
                var named = rows.Skip(1).Select(row => row[column]).Where(cell => IsName(cell.Text)).ToList();
                if (named.Count == 0) continue;
                var fact = rows[0].Select(cell => cell.Text).Where((_, at) => at != column).FirstOrDefault(heading => s_sensitive.Any(word => heading.Contains(word, StringComparison.Ordinal)));
                yield return fact is null
                    ? named[0].Found(PersonalName, $"“{rows[0][column].Text}”一列有{named.Count}处像姓名，请确认可以公开。")
                    : named[0].Found(NameWithSensitiveFact, $"“{rows[0][column].Text}”一列有{named.Count}处像姓名，同表有“{fact}”等敏感事项，不得公开。");
            }
        }
    }

    private static bool IsName(string text) =>
        text.Length is 2 or 3 or 4 && PersonalTraces.Surnames.Contains(text[0], StringComparison.Ordinal) && text.All(letter => Letters.IsHan(letter) || letter is '某' or '*' or '×' or 'X');
}
