using System.Globalization;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>Which households, people and periods a sheet already names, and what the register has besides.</summary>
internal sealed class WrittenRows(string kind)
{
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<Period> _periods = [];

    public void Add(BoundRow row)
    {
        if (row.Find("household") is not { } household) return;
        _rows.Add(kind == ImportKinds.Households ? household : $"{household}/{row.Find(kind == ImportKinds.Members ? "member" : "period")}");
        if (kind == ImportKinds.Incomes && Period.TryParse(row.Find("period") ?? "", out var period)) _periods.Add(period);
    }

    /// <summary>Rows to add for one household: what its cells state at once, and the rest by field.</summary>
    public IEnumerable<(Dictionary<string, string?> Stated, CurrentValue Now)> Missing(Standing of, CurrentValue household) => kind switch
    {
        ImportKinds.Households => _rows.Contains(of.Id) ? [] : [(Stated(of, ("effectiveOn", PersonFields.Day(of.Today!.RegisteredOn))), household)],
        ImportKinds.Members => of.Today!.Members.Where(member => !_rows.Contains($"{of.Id}/{member.MemberId}")).Select(member => Member(of, member)),
        _ => _periods.Where(period => !_rows.Contains($"{of.Id}/{period}") && of.State.IncomeOf(period) is not null).Order().Select(period => Income(of, period)),
    };

    private static (Dictionary<string, string?>, CurrentValue) Member(Standing of, MemberView member) => (
        Stated(of, ("member", member.MemberId), ("sex", member.Details.Sex == Sex.Male ? "男" : "女"), ("effectiveOn", PersonFields.Day(member.JoinedOn))),
        CurrentValues.Member(of, of.State.Member(member.MemberId)!));

    private static (Dictionary<string, string?>, CurrentValue) Income(Standing of, Period period)
    {
        var amounts = of.State.IncomeOf(period)!;
        var perHead = NetIncome.PerHeadFen(amounts, of.State.AsOf(period.LastDay)?.Members.Length ?? 0);
        return (Stated(of, ("period", period.ToString()), ("net", Yuan(amounts.NetFen)), ("perHead", perHead is { } fen ? Yuan(fen) : null)), CurrentValues.Income(of, amounts));
    }

    private static Dictionary<string, string?> Stated(Standing of, params (string Field, string? Value)[] fields) =>
        new(fields.Append(("household", of.Id)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)), StringComparer.Ordinal);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
