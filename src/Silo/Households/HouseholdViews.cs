using Revitalization.Contracts.Households;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;
using HouseholdView = Revitalization.Contracts.Households.HouseholdView;
using MemberView = Revitalization.Contracts.Households.MemberView;

namespace Revitalization.Silo.Households;

/// <summary>Opens what a reader may see: names whole, numbers masked, nothing of an erased person.</summary>
public sealed class HouseholdViews(IKeyring keyring, VillageBook villages, RegionBook regions, DuplicateList duplicates)
{
    public async Task<HouseholdView> Of(
        string id, Household household, Domain.Households.HouseholdView view, DateOnly knownOn, CancellationToken cancellation)
    {
        await villages.Ensure(view.Village);
        var persons = view.Members.Select(member => member.Details.Person).Distinct().ToArray();
        var keys = await keyring.Keys(persons, cancellation);
        var profile = view.Profile;
        return new(
            id, view.Village, villages.Find(view.Village)?.Name ?? "", RegionNames.Full(regions, view.Village), profile.Group,
            Terms.Code(profile.Kind), profile.Monitored == MonitoredKind.None ? null : Terms.Code(profile.Monitored),
            profile.RiskCleared, profile.Resettled, profile.Site, view.Exists, MergedInto(household), view.Version, view.Day, knownOn,
            [.. view.Members.Select(member => Open(member, keys))], [.. Incomes(household, view.Day)],
            await duplicates.OfPersons(persons, cancellation));
    }

    private static string? MergedInto(Household household) => household.Closed?.Value.Kind == CloseKind.Merged
        ? household.Members.SelectMany(member => member.Presences).LastOrDefault(dated => dated.Value.Left == LeaveKind.Merged)?.Value.Other
        : null;

    private static IEnumerable<IncomeView> Incomes(Household household, DateOnly day) =>
        household.Incomes.GroupBy(entry => entry.Quarter).OrderBy(quarter => quarter.Key).Where(quarter => quarter.Key.FirstDay <= day)
            .Select(quarter =>
            {
                var (amounts, members) = (quarter.Last().Amounts, household.AsOf(quarter.Key.LastDay)?.Members.Length ?? 0);
                return new IncomeView(
                    quarter.Key.ToString(), amounts.WageFen, amounts.OperatingFen, amounts.CostsFen, amounts.PropertyFen, amounts.TransferFen,
                    amounts.NetFen, members, NetIncome.PerHeadFen(amounts, members));
            });

    private static MemberView Open(Domain.Households.MemberView member, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys)
    {
        var details = member.Details;
        using var sealer = keys.TryGetValue(details.Person, out var key) ? new PersonSealer(key) : null;
        return new(
            member.MemberId, Plain(PersonFields.Name, details.Name, text => text),
            Plain(PersonFields.NationalId, details.NationalId, NationalId.Mask), Terms.Code(details.Sex), details.BirthYear,
            Terms.Code(details.Relation), Terms.Code(details.Labour), Terms.Code(details.Employment), Terms.Code(details.Schooling),
            details.Willing, Plain(PersonFields.Phone, details.Phone, Masking.Phone),
            Plain(PersonFields.BankAccount, details.BankAccount, Masking.BankAccount),
            Plain(PersonFields.Health, details.Health, text => text), Erased: sealer is null);

        string? Plain(string field, SealedText? text, Func<string, string> shown) =>
            sealer is null || text is not { IsCleared: false } known ? null : shown(sealer.Open(field, known.Ciphertext));
    }
}
