using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>What is wrong or odd about what is stated of a document; each finding names its field.</summary>
public static class ProfileChecks
{
    /// <summary>政府信息公开条例第二十六条.</summary>
    public const int WorkdaysToPublish = 20;

    /// <param name="publishing">The day it is, or is to be, published.</param>
    public static IEnumerable<DocumentFinding> Of(DocumentProfile profile, DateOnly publishing, DateOnly today, WorkdayCalendar calendar, RegionBook regions) =>
    [
        .. Texts(profile), .. Index(profile, regions), .. Number(profile), .. Made(profile, today, calendar),
        .. Clock(profile, profile.PublishedOn ?? publishing, calendar),
    ];

    /// <summary>The last day on which a document may be published: twenty working days after it was made.</summary>
    public static WorkdayResult<DateOnly> LastDay(DateOnly madeOn, WorkdayCalendar calendar) => calendar.Add(madeOn, WorkdaysToPublish);

    private static IEnumerable<DocumentFinding> Texts(DocumentProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.Title)) yield return On(TitleMissing, "title", "没有标题。");
        if (string.IsNullOrWhiteSpace(profile.Issuer)) yield return On(IssuerMissing, "issuer", "没有发布机构。");
        if (string.IsNullOrWhiteSpace(profile.Topic)) yield return On(TopicMissing, "topic", "没有主题分类。");
        if (string.IsNullOrWhiteSpace(profile.Genre)) yield return On(GenreMissing, "genre", "没有体裁分类。");
        if (string.IsNullOrWhiteSpace(profile.Summary)) yield return On(SummaryMissing, "summary", "没有内容概述，目录中只能显示标题。");
        if (profile.Validity == DocumentValidity.Unstated) yield return On(ValidityUnstated, "validity", "没有写明有效性。");
    }

    private static IEnumerable<DocumentFinding> Index(DocumentProfile profile, RegionBook regions)
    {
        const string field = "indexNumber";
        if (string.IsNullOrWhiteSpace(profile.IndexNumber))
        {
            yield return On(IndexNumberMissing, field, "没有索引号。");
            yield break;
        }
        var index = IndexNumber.Read(profile.IndexNumber);
        if (index.Form == IndexNumberForm.Malformed) yield return On(IndexNumberMalformed, field, "索引号应为“统一社会信用代码/年份-五位流水号”。");
        if (index.Form == IndexNumberForm.Pinyin) yield return On(IndexNumberPinyin, field, "索引号以拼音字头代替机构代码，不符合目录系统规范；已按原文保留。");
        if (index.Broken is not null) yield return On(IndexOrganisationWrong, field, "索引号中的机构代码校验位不正确，请逐位核对。");
        if (index.Region is { } region && IsOld(region, regions)) yield return On(IndexRegionOld, field, OldRegion(region, profile.Issuer, regions));
        var years = new[] { profile.MadeOn?.Year, profile.PublishedOn?.Year }.OfType<int>().ToArray();
        if (index.Form != IndexNumberForm.Malformed && years.Length > 0 && !years.Contains(index.Year))
            yield return On(IndexYearDiffers, field, $"索引号年份为{index.Year}，与成文或发布年份不一致。");
    }

    // Bodies of the state itself are registered under 10; their codes are no region's.
    private static bool IsOld(string region, RegionBook regions) => !region.StartsWith("10", StringComparison.Ordinal) && regions.Find(region) is null;

    private static string OldRegion(string code, string issuer, RegionBook regions)
    {
        var now = regions.All.Where(region => region.Level == RegionLevel.County && region.Code.StartsWith(code[..2], StringComparison.Ordinal))
            .FirstOrDefault(region => region.Name.Length > 2 && issuer.Contains(region.Name[..^1], StringComparison.Ordinal));
        var likely = now is null ? "" : $"，可能是{now.Name}（现为{now.Code}）改名或改设之前的代码";
        return $"机构代码有效，其中登记地代码{code}不是现行区划代码{likely}。";
    }

    private static IEnumerable<DocumentFinding> Number(DocumentProfile profile)
    {
        const string field = "documentNumber";
        if (string.IsNullOrWhiteSpace(profile.DocumentNumber)) yield break;
        var number = DocumentNumber.Read(profile.DocumentNumber);
        if (number is not { IsProper: true })
            yield return On(DocumentNumberMalformed, field, "发文字号应为“机关代字〔年份〕序号号”，年份用六角括号，序号不编虚位。");
        if (number is { } read && profile.MadeOn is { } made && made.Year != read.Year)
            yield return On(DocumentNumberYearDiffers, field, $"发文字号年份为{read.Year}，成文日期在{made.Year}年。");
    }

    private static IEnumerable<DocumentFinding> Made(DocumentProfile profile, DateOnly today, WorkdayCalendar calendar)
    {
        const string field = "madeOn";
        if (profile.MadeOn is not { } made)
        {
            yield return On(MadeMissing, field, "没有成文日期，无法计算公开时限。");
            yield break;
        }
        if (made > today) yield return On(MadeInFuture, field, "成文日期晚于今日。");
        if (calendar.KindOf(made) == DayKind.Holiday) yield return On(MadeOnHoliday, field, $"成文日期是法定节假日（{calendar.OccasionOf(made)}），请核对。");
        if (calendar.KindOf(made) == DayKind.Weekend) yield return On(MadeOnRestDay, field, "成文日期是休息日，请核对。");
    }

    private static IEnumerable<DocumentFinding> Clock(DocumentProfile profile, DateOnly published, WorkdayCalendar calendar)
    {
        if (profile.MadeOn is not { } made || Math.Abs((long)published.DayNumber - made.DayNumber) > SpanMost) yield break;
        if (published < made) yield return On(PublishedBeforeMade, "publishedOn", "发布日期早于成文日期。");
        var last = LastDay(made, calendar);
        if (published <= last.Value) yield break;
        var late = calendar.Between(made, published);
        var provisional = late.IsProvisional ? "，按暂定工作日历" : "";
        yield return On(PublishedLate, "publishedOn", $"成文后第{late.Value}个工作日公开，超过{WorkdaysToPublish}个工作日的时限（应于{last.Value:yyyy-MM-dd}前{provisional}）。");
    }

    private const int SpanMost = 15_000;

    private static DocumentFinding On(DocumentFindingKind kind, string field, string words) => new(kind, field, 0, 0, words);
}
