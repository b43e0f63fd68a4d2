using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Households;

/// <summary>The rows that one batch changes, collected household by household and written in few statements.</summary>
internal sealed class RegisterRows
{
    /// <summary>Who was older when the household was registered will not be of school age again.</summary>
    private const int SchoolAgeMax = 18;

    private readonly List<object?[]> _households = [];
    private readonly List<object?[]> _states = [];
    private readonly List<object?[]> _incomes = [];
    private readonly List<(string Household, MemberView Member)> _members = [];
    private readonly List<(string Household, string Member)> _membersGone = [];
    private readonly List<(string Household, string Quarter)> _incomesGone = [];
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal);

    public void Change(string id, Household old, Household now, MonitoringRecord? monitoring, byte[] contribution)
    {
        var (before, after) = (old.AsOf(DateOnly.MaxValue), now.AsOf(DateOnly.MaxValue));
        _states.Add([
            id, (long)Snapshots.Household.SchemaVersion, monitoring is null ? null : Counties(now), Snapshots.Household.Write(now).ToArray(), contribution,
            monitoring is null ? null : Snapshots.MonitoringRecord.Write(monitoring).ToArray(),
        ]);
        if (ReferenceEquals(old, now)) return; // Only its monitoring changed.
        if (after is not null) _households.Add(HouseholdRow(id, now, after));
        ChangeMembers(id, before?.Members ?? [], after?.Members ?? []);
        if (old.Incomes != now.Incomes || (!now.Incomes.IsEmpty && IsPeopledOtherwise(old, now))) ChangeIncomes(id, Latest(old), Latest(now));
    }

    public async Task Write(ProjectionBatch batch, NameIndex names, CancellationToken cancellation)
    {
        await batch.Upsert(RegisterTables.StateRow, _states, cancellation);
        await batch.Upsert(RegisterTables.HouseholdRow, _households, cancellation);
        await DeletePairs(batch, "members", "member", _membersGone, cancellation);
        await DeletePairs(batch, "incomes", "quarter", _incomesGone, cancellation);
        await batch.Upsert(RegisterTables.MemberRow, await MemberRows(names, cancellation), cancellation);
        await batch.Upsert(RegisterTables.IncomeRow, _incomes, cancellation);
        await DuplicatePersons.Write(_persons, batch, cancellation);
    }

    private static string Counties(Household household) =>
        string.Join(' ', household.Villages.Select(stay => CountyPackDays.CountyOf(stay.Value.Village)).Distinct(StringComparer.Ordinal));

    private static object?[] HouseholdRow(string id, Household now, HouseholdView view)
    {
        var head = view.Members.FirstOrDefault(member => member.Details.Relation == Relation.Head);
        var income = now.Incomes.IsEmpty ? null : now.Incomes.MaxBy(entry => (entry.Quarter, entry.Entry));
        return
        [
            id, view.Village, view.Profile.Group, Terms.Code(view.Profile.Kind),
            view.Profile.Monitored == MonitoredKind.None ? null : Terms.Code(view.Profile.Monitored),
            view.Profile.RiskCleared ? 1L : 0L, view.Profile.Resettled ? 1L : 0L, view.Profile.Site, (long)view.Members.Length,
            head?.Details.Person.ToString("N"), head?.Details.Name.Ciphertext, income?.Quarter.ToString(),
            income is null ? null : PerHead(now, income), view.Exists ? 1L : 0L, PersonFields.Day(view.RegisteredOn), view.Version,
            view.IsZeroEmployment ? 1L : 0L, OutOfSchool(view),
        ];
    }

    /// <summary>Unstated schooling says nothing either way.</summary>
    private static string? OutOfSchool(HouseholdView view)
    {
        var years = view.Members.Where(member => member.Details.Schooling is Schooling.Illiterate or Schooling.Primary or Schooling.Preschool)
            .Where(member => member.Details.BirthYear >= view.RegisteredOn.Year - SchoolAgeMax)
            .Select(member => member.Details.BirthYear.ToString(CultureInfo.InvariantCulture)).ToList();
        return years.Count == 0 ? null : string.Join(' ', years);
    }

    private static long? PerHead(Household household, IncomeEntry income) =>
        NetIncome.PerHeadFen(income.Amounts, household.AsOf(income.Quarter.LastDay)?.Members.Length ?? 0);

    private void ChangeMembers(string id, IReadOnlyList<MemberView> before, IReadOnlyList<MemberView> after)
    {
        var old = before.ToDictionary(member => member.MemberId, StringComparer.Ordinal);
        foreach (var member in after)
        {
            if (old.Remove(member.MemberId, out var known) && known == member) continue;
            _members.Add((id, member));
            _persons.Add(member.Details.Person.ToString("N"));
            if (known is not null) _persons.Add(known.Details.Person.ToString("N"));
        }
        foreach (var gone in old.Values)
        {
            _membersGone.Add((id, gone.MemberId));
            _persons.Add(gone.Details.Person.ToString("N"));
        }
    }

    private void ChangeIncomes(string id, Dictionary<string, QuarterIncome> before, Dictionary<string, QuarterIncome> after)
    {
        foreach (var (quarter, income) in after)
        {
            if (before.Remove(quarter, out var known) && known == income) continue;
            var (amounts, members) = income;
            _incomes.Add([id, quarter, amounts.WageFen, amounts.OperatingFen, amounts.CostsFen, amounts.PropertyFen, amounts.TransferFen, (long)members]);
        }
        foreach (var gone in before.Keys) _incomesGone.Add((id, gone));
    }

    /// <summary>Whether who was there on a past day may have changed.</summary>
    private static bool IsPeopledOtherwise(Household old, Household now) => old.Members != now.Members || old.Closed != now.Closed || old.Registered != now.Registered;

    private static Dictionary<string, QuarterIncome> Latest(Household household)
    {
        var latest = new Dictionary<string, QuarterIncome>(StringComparer.Ordinal);
        foreach (var entry in household.Incomes) latest[entry.Quarter.ToString()] = new(entry.Amounts, household.CountOn(entry.Quarter.LastDay));
        return latest;
    }

    /// <param name="Members">Who was there on the quarter's last day: a member recorded late changes past quarters.</param>
    private readonly record struct QuarterIncome(IncomeAmounts Amounts, int Members);

    private async Task<List<object?[]>> MemberRows(NameIndex names, CancellationToken cancellation)
    {
        var indexes = await names.Of([.. _members.Select(each => each.Member.Details)], cancellation);
        return [.. _members.Select((each, at) => new object?[]
        {
            each.Household, each.Member.MemberId, each.Member.Details.Person.ToString("N"), each.Member.Details.Name.Ciphertext,
            each.Member.Details.NationalId?.Ciphertext, indexes[at], Terms.Code(each.Member.Details.Relation),
            PersonFields.Day(each.Member.JoinedOn),
        })];
    }

    private static async Task DeletePairs(
        ProjectionBatch batch, string table, string column, List<(string Household, string Value)> gone, CancellationToken cancellation)
    {
        foreach (var (household, value) in gone)
        {
            await using var command = batch.Command($"DELETE FROM {batch.Table(table)} WHERE household=@household AND {column}=@value");
            command.Add("household", household);
            command.Add("value", value);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
