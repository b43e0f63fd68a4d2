using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Households;

/// <summary>Checks and seals many members with one keyring call, so that an import pays for one durable write, not for each person.</summary>
public sealed class MemberIntake(PersonIntake persons, IKeyring keyring, IEventLog log)
{
    public async Task<IReadOnlyList<(MemberDetails? Details, Refused? Refusal)>> Take(
        IReadOnlyList<MemberToPut> puts, CancellationToken cancellation)
    {
        var taken = new (MemberDetails? Details, Refused? Refusal)[puts.Count];
        var known = new List<(int Index, CheckedPerson Person)>(puts.Count);
        for (var index = 0; index < puts.Count; index++)
        {
            var put = puts[index];
            taken[index].Refusal = HouseholdLimits.IsId(put.Member)
                ? persons.Check(put.Body, $"{put.Household}/{put.Member}", out var person)
                : Check(out person);
            if (person is not null) known.Add((index, person));
        }
        if (known.Count == 0) return taken;

        var keys = await keyring.GetOrCreate([.. known.Select(each => (ReadOnlyMemory<byte>)each.Person.BlindIndex)], cancellation);
        for (var at = 0; at < known.Count; at++)
        {
            var details = persons.Details(known[at].Person, keys[at].Person, keys[at].Key, out var refusal);
            taken[known[at].Index] = (details, refusal);
        }
        return taken;
    }

    public async Task<bool> WasAccepted(string commandId) => await log.FindCommand(commandId) is not null;

    private static Refused Check(out CheckedPerson? person)
    {
        person = null;
        return HouseholdRefusal.IdMalformed.On("member");
    }
}
