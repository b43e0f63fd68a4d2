namespace Revitalization.Domain.Screening;

/// <summary>筛查种类.</summary>
public enum ScreeningKind
{
    Income = 1, // 四类收入排查
    Needs = 2,  // 基本保障排查
}

/// <summary>Why a household is flagged (列入原因). Stored: never reuse a bit.</summary>
[Flags]
public enum ScreeningReasons
{
    None = 0,
    IncomeFall = 1,       // 人均纯收入同比下降
    ExpectedLow = 2,      // 年度预计人均纯收入偏低
    Resettled = 4,        // 易地搬迁户
    Monitored = 8,        // 监测户
    ZeroEmployment = 16,  // 零就业家庭
    IncomeMissing = 32,   // 收入登记不全,无法判断
    NeedsUnmet = 64,      // 基本保障未落实
    OutOfSchool = 128,    // 义务教育阶段适龄成员不在校
}

/// <summary>What the register and the files say of one household, as far as a screening asks.</summary>
/// <param name="Members">Members present at the period's end, or today where the pack does not ask for more; this year's income is divided by them.</param>
/// <param name="ThisYearFen">Net income of this year's quarters up to the period; null where one is not reported.</param>
/// <param name="LastYearFen">The same quarters of the year before.</param>
/// <param name="LastRestFen">The year before's remaining quarters; 0 where the period is a fourth quarter.</param>
/// <param name="Needs">Basic needs found unmet when it was last seen; <see cref="Monitoring.BasicNeeds.Met"/> where none was or nobody went.</param>
/// <param name="SeenOn">When it was last seen; null where it never was.</param>
/// <param name="OutOfSchool">Members of compulsory school age who attend no school.</param>
/// <param name="LastMembers">Members present at the same period's end of the year before; 0 where nobody is known, null where the pack does not ask.</param>
[GenerateSerializer, Immutable, Alias("screening-figures")]
public readonly record struct ScreeningFigures(
    [property: Id(0)] int Members, [property: Id(1)] long? ThisYearFen = null, [property: Id(2)] long? LastYearFen = null,
    [property: Id(3)] long? LastRestFen = null, [property: Id(4)] bool Resettled = false, [property: Id(5)] bool Monitored = false,
    [property: Id(6)] bool ZeroEmployment = false, [property: Id(7)] Monitoring.BasicNeeds Needs = Monitoring.BasicNeeds.Met,
    [property: Id(8)] DateOnly? SeenOn = null, [property: Id(9)] int OutOfSchool = 0,
    [property: Id(10)] int? LastMembers = null)
{
    /// <summary>What last year's income is divided by.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int LastDivisor => LastMembers is > 0 and var known ? known : Members;
}

/// <summary>One flagged household as a screening keeps it: figures, not words, so that its explanation can be derived for good.</summary>
[GenerateSerializer, Immutable, Alias("flagged-household")]
public sealed record FlaggedHousehold(
    [property: Id(0)] string Household, [property: Id(1)] string Village, [property: Id(2)] ScreeningReasons Reasons, [property: Id(3)] ScreeningFigures Figures);
