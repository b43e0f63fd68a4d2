using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Screening;

/// <summary>Reasons by code and in Chinese, and which of them are signs of a risk.</summary>
internal static class ScreeningTermsView
{
    /// <summary>Being resettled, monitored or unreported is no sign of risk by itself.</summary>
    public const ScreeningReasons Signs =
        ScreeningReasons.IncomeFall | ScreeningReasons.ExpectedLow | ScreeningReasons.ZeroEmployment | ScreeningReasons.NeedsUnmet | ScreeningReasons.OutOfSchool;

    public static readonly IReadOnlyList<(ScreeningReasons Reason, string Title)> All =
    [
        (ScreeningReasons.IncomeFall, "人均纯收入同比下降"), (ScreeningReasons.ExpectedLow, "年度预计人均纯收入偏低"), (ScreeningReasons.Resettled, "易地搬迁户"),
        (ScreeningReasons.Monitored, "监测户"), (ScreeningReasons.ZeroEmployment, "零就业家庭"), (ScreeningReasons.IncomeMissing, "收入登记不全,无法判断"),
        (ScreeningReasons.NeedsUnmet, "基本保障未落实"), (ScreeningReasons.OutOfSchool, "义务教育适龄成员不在校"),
    ];

    public static IEnumerable<string> Codes(ScreeningReasons reasons) => All.Where(each => reasons.HasFlag(each.Reason)).Select(each => Terms.Code(each.Reason));

    public static string Text(ScreeningReasons reasons) => string.Join('、', All.Where(each => reasons.HasFlag(each.Reason)).Select(each => each.Title));

    public static string Title(string code) => Find(code) is { } reason ? Text(reason) : code;

    public static ScreeningReasons? Find(string code) => Terms.Find<ScreeningReasons>(code) is { } reason and not ScreeningReasons.None ? reason : null;

    public static IReadOnlyList<ScreeningCount> Counts(IReadOnlyDictionary<ScreeningReasons, long> counts) =>
        [.. All.Where(each => counts.GetValueOrDefault(each.Reason) > 0)
            .Select(each => new ScreeningCount(Terms.Code(each.Reason), each.Title, counts[each.Reason]))];

    /// <summary>The kind of risk a clue states; of several signs the most urgent.</summary>
    public static string Risk(ScreeningReasons reasons, BasicNeeds needs) => Terms.Code(reasons switch
    {
        _ when needs.HasFlag(BasicNeeds.HousingLacking) => RiskKind.Housing,
        _ when needs.HasFlag(BasicNeeds.WaterLacking) => RiskKind.Water,
        _ when needs.HasFlag(BasicNeeds.MedicalLacking) => RiskKind.Illness,
        _ when needs.HasFlag(BasicNeeds.SchoolingLacking) || reasons.HasFlag(ScreeningReasons.OutOfSchool) => RiskKind.Schooling,
        _ when reasons.HasFlag(ScreeningReasons.IncomeFall) || reasons.HasFlag(ScreeningReasons.ExpectedLow) => RiskKind.IncomeLoss,
        _ when reasons.HasFlag(ScreeningReasons.ZeroEmployment) => RiskKind.WorkLoss,
        _ => RiskKind.Other,
    });
}
