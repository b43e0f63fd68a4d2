using System.Globalization;
using System.Text;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Documents;

namespace Revitalization.Silo.Documents;

/// <summary>
/// A draft of the yearly report (政府信息公开工作年度报告, 条例第四十九条、第五十条) with the sections and the table of the national form, from what the log holds. What it
/// does not hold (reviews, lawsuits, fees) is left to be filled in and says so.
/// </summary>
internal static class YearlyReport
{
    private const string ToFill = "〔平台未登记，请填写〕";

    // The national form's rows: what it counts together, and which answers that is.
    private static readonly (string Row, string[] Answers)[] s_rows =
    [
        ("（一）予以公开", ["open", "already-public"]), ("（二）部分公开", ["partly"]), ("（三）不予公开 1.属于国家秘密", ["state-secret"]),
        ("2.其他法律行政法规禁止公开", ["forbidden-by-law"]), ("3.危及“三安全一稳定”", ["security"]), ("4.保护第三方合法权益", ["third-party-rights"]),
        ("5.属于三类内部事务信息", ["internal-matter"]), ("6.属于四类过程性信息", ["process-information"]), ("7.属于行政执法案卷", ["enforcement-file"]),
        ("8.属于行政查询事项", ["administrative-query"]), ("（四）无法提供 1.本机关不掌握相关政府信息", ["not-held", "not-ours"]), ("2.没有现成信息需要另行制作", ["not-ready"]),
        ("3.补正后申请内容仍不明确", ["still-unclear"]), ("（五）不予处理 1.信访举报投诉类申请", ["petition"]), ("2.重复申请", ["repeated"]), ("3.要求提供公开出版物", ["publication"]),
        ("4.无正当理由大量反复申请", ["excessive"]), ("5.要求确认或重新出具已获取信息", ["reissue"]), ("（六）其他处理 1.逾期不补正", ["not-supplemented"]),
        ("2.逾期未缴纳费用", ["fee-unpaid"]), ("3.其他", ["other", DisclosureRequestTerms.Withdrawn]),
    ];

    public static DocumentBody Draft(string region, string regionName, DateOnly today, DocumentYearView documents, DisclosureRequestYearView requests)
    {
        var year = documents.Year.ToString(CultureInfo.InvariantCulture);
        return new(
            region, $"{regionName}{year}年政府信息公开工作年度报告", "", null, regionName, "政务公开", "年度报告", today, null, "valid",
            $"{regionName}{year}年主动公开、依申请公开的情况、存在的问题和改进。", Text(regionName, year, documents, requests));
    }

    private static string Text(string regionName, string year, DocumentYearView documents, DisclosureRequestYearView requests)
    {
        var (received, carried, ended, left) = (Sum(requests.Received), Sum(requests.CarriedIn), requests.Ended.Sum(count => count.Requests), Sum(requests.CarriedOut));
        var text = new StringBuilder();
        text.AppendLine(Invariant($"本报告依据《中华人民共和国政府信息公开条例》编制，数据期限为{year}年1月1日至12月31日。"));
        text.AppendLine("一、总体情况");
        text.AppendLine(Invariant($"（一）主动公开。全年主动公开政府信息{documents.Published}件，废止或被替代{documents.Ended}件，年末现行有效{documents.InForce}件；自形成或者变更之日起超过二十个工作日公开的{documents.Late}件。"));
        text.AppendLine(Invariant($"（二）依申请公开。本年新收申请{received}件，上年结转{carried}件，办结{ended}件，结转下年度{left}件；逾期答复{requests.Late}件。"));
        text.AppendLine(Invariant($"（三）政府信息管理、平台建设和监督保障。{ToFill}"));
        text.AppendLine("二、主动公开政府信息情况");
        text.AppendLine("| 体裁 | 本年公开件数 |");
        foreach (var genre in documents.ByGenre) text.AppendLine(Invariant($"| {(genre.Genre.Length > 0 ? genre.Genre : "未分类")} | {genre.Published} |"));
        text.AppendLine(Invariant($"| 总计 | {documents.Published} |"));
        text.AppendLine("三、收到和处理政府信息公开申请情况");
        Requests(text, requests);
        text.AppendLine("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况");
        text.AppendLine(ToFill);
        text.AppendLine("五、存在的主要问题及改进情况");
        text.AppendLine(documents.Late + requests.Late == 0
            ? Invariant($"全年没有超期公开和逾期答复。{ToFill}")
            : Invariant($"超期公开{documents.Late}件、逾期答复{requests.Late}件，原因和改进：{ToFill}"));
        text.AppendLine("六、其他需要报告的事项");
        text.AppendLine(Invariant($"收取信息处理费情况：{ToFill}"));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Requests(StringBuilder text, DisclosureRequestYearView requests)
    {
        var kinds = DisclosureRequestTerms.Applicants;
        text.AppendLine(Invariant($"| 事项 | {string.Join(" | ", kinds.Values)} | 总计 |"));
        Row("一、本年新收政府信息公开申请数量", requests.Received);
        Row("二、上年结转政府信息公开申请数量", requests.CarriedIn);
        foreach (var (row, answers) in s_rows) Row($"三、本年度办理结果 {row}", Ended(answers.Contains));
        Row("三、本年度办理结果 （七）总计", Ended(_ => true));
        Row("四、结转下年度继续办理", requests.CarriedOut);

        IEnumerable<ApplicantCount> Ended(Func<string, bool> counts) => requests.Ended.Where(count => counts(count.Answer)).Select(count => new ApplicantCount(count.Applicant, count.Requests));

        void Row(string title, IEnumerable<ApplicantCount> counts)
        {
            var by = counts.ToLookup(count => count.Applicant, count => count.Requests);
            text.AppendLine(Invariant($"| {title} | {string.Join(" | ", kinds.Keys.Select(kind => by[kind].Sum().ToString(CultureInfo.InvariantCulture)))} | {by.Sum(kind => kind.Sum())} |"));
        }
    }

    private static int Sum(IEnumerable<ApplicantCount> counts) => counts.Sum(count => count.Requests);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
