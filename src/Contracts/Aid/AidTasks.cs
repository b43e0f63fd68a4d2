namespace Revitalization.Contracts.Aid;

/// <summary>One thing of aid between partners that waits for the reader (协作待办): <c>GET /api/aid/tasks</c>; county and partner.</summary>
/// <param name="Kind">Of <see cref="AidTaskKinds"/>.</param>
/// <param name="Pair">Both sides by name, such as 萧山区—旺苍县.</param>
/// <param name="Text">Title of the report, period of the check, or what was found.</param>
/// <param name="DueOn">Null where nothing limits it.</param>
/// <param name="Report">Of the report it is about, <paramref name="Period"/> and <paramref name="Finding"/> of the check.</param>
public sealed record AidTask(
    string Kind, string Title, string Partnership, string Pair, string Text, DateOnly? DueOn, bool IsOverdue, string? Report = null, string? Period = null, string? Finding = null);

/// <summary>The earliest due first, those without a day last; at most 200 are listed, all are counted.</summary>
public sealed record AidTaskList(IReadOnlyList<AidTask> Items, int Open, int Overdue);

/// <summary>What a task of aid asks for.</summary>
public static class AidTaskKinds
{
    public const string Answer = "answer", Sign = "sign", Correct = "correct", Silent = "silent", Check = "check", Rectify = "rectify", Settle = "settle";

    public static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Answer] = "答复支援报告", [Sign] = "复核签发支援报告", [Correct] = "更正支援报告", [Silent] = "县级逾期未答复，可催办", [Check] = "盘点", [Rectify] = "整改发现的问题", [Settle] = "验收整改",
    };
}
