using Revitalization.Contracts.Aid;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Lines of the board: everything planned or delivered, each field of each partnership once.</summary>
internal static class AidBoardLines
{
    private const string Talent = "talent";

    /// <param name="reached">Projects that money of a partnership's field has reached.</param>
    /// <param name="exchanged">People on secondment and specialists, by partnership.</param>
    /// <param name="today">Null where a part of a county is shown, which has no plan of its own to keep.</param>
    public static List<AidBoardLine> Of(
        AidPlans plans, IReadOnlyList<AidCell> cells, IReadOnlyDictionary<(string, string), int> reached, IReadOnlyDictionary<string, int> exchanged, DateOnly? today)
    {
        var delivered = cells.ToDictionary(cell => (cell.Partnership, cell.Field));
        var keys = plans.Lines.Keys.Concat(delivered.Where(each => each.Value.Reports > 0).Select(each => each.Key)).Concat(exchanged.Keys.Select(code => (code, Talent)));
        return [.. keys.Distinct().OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => Order(key.Item2)).Select(key =>
        {
            var plan = plans.Lines.GetValueOrDefault(key);
            var cell = delivered.GetValueOrDefault(key);
            var people = cell.People + (key.Item2 == Talent ? exchanged.GetValueOrDefault(key.Item1) : 0);
            return Line(key, plan, cell, reached.GetValueOrDefault(key), people, today);
        })];
    }

    public static List<SalesFloorLine> Sales(AidPlans plans, IReadOnlyList<AidCell> cells) =>
        [.. plans.SalesFloors.Where(floor => floor.Value > 0).OrderBy(floor => floor.Key, StringComparer.Ordinal).Select(floor =>
        {
            var bought = cells.Where(cell => cell.Partnership == floor.Key).Sum(cell => cell.PurchasesFen);
            return new SalesFloorLine(floor.Key, floor.Value, bought, Math.Max(0, floor.Value - bought));
        })];

    private static AidBoardLine Line((string Partnership, string Field) key, PlannedField? plan, AidCell cell, int projects, int people, DateOnly? today)
    {
        var planned = plan?.AmountFen ?? 0;
        return new(
            key.Partnership, key.Field, planned, cell.ReportedFen, cell.ConfirmedFen, Math.Max(0, planned - cell.ConfirmedFen), plan?.Projects ?? 0, projects,
            plan?.People ?? 0, people, plan?.DueOn, today is { } day ? State(plan, cell.ConfirmedFen, projects, people, day) : "on-track");
    }

    /// <summary>All three must be there for a field to count as done: money without its projects is not.</summary>
    public static string State(PlannedField? plan, long confirmedFen, int projects, int people, DateOnly today)
    {
        if (plan is null) return "unplanned";
        if (confirmedFen < plan.AmountFen || projects < plan.Projects || people < plan.People) return plan.DueOn < today ? "late" : "on-track";
        return confirmedFen > plan.AmountFen ? "over-plan" : "met";
    }

    private static int Order(string field) => AidTerms.Fields.Keys.ToList().IndexOf(field);
}

/// <summary>What one field is to bring in the year.</summary>
internal sealed record PlannedField(long AmountFen, int Projects, int People, DateOnly DueOn);

/// <param name="Lines">By partnership and field.</param>
/// <param name="SalesFloors">By partnership, in fen.</param>
internal sealed record AidPlans(IReadOnlyDictionary<(string Partnership, string Field), PlannedField> Lines, IReadOnlyDictionary<string, long> SalesFloors)
{
    public static readonly AidPlans None = new(new Dictionary<(string, string), PlannedField>(), new Dictionary<string, long>(StringComparer.Ordinal));
}
