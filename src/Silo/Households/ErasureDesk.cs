using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Audit;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Households;

/// <summary>
/// Lawful erasure of one person (依法删除, 个人信息保护法第四十七条). The fact is recorded first, then the key and its blind index are
/// dropped: killed between the two, sending again finishes it. Evidence follows from the fact. What the key sealed, in log, snapshots and tables, is then noise.
/// </summary>
public sealed class ErasureDesk(IEventLog log, IKeyring keyring, PersonHouseholds households, AuditTrail audit, TimeProvider clock)
{
    private const int EventsMax = 10_000;

    public async Task<CommandReply> Erase(string id, string member, ErasureBody body, Sender by, CancellationToken cancellation)
    {
        if (body.LegalBasis.Trim() is not { Length: > 0 and <= 200 }) return Refuse(CommandRefusal.ReasonMalformed, "legalBasis");
        if (body.RetentionEndedOn > clock.ChinaToday()) return Refuse(PersonRefusal.RetentionNotEnded, "retentionEndedOn");
        var stored = HouseholdLimits.IsId(id) ? await log.ReadStream($"household/{id}", 0, EventsMax, cancellation) : [];
        var household = Household.Fold(stored.Select(each => EventCatalog.Read<HouseholdEvent>(each.Type, each.SchemaVersion, each.Data)));
        if (household.VillageOn(DateOnly.MaxValue) is not { } village) return Refuse(QueryRefusal.HouseholdNotFound, "id");
        if (!by.Covers(village)) return Refuse(AccessRefusal.ScopeElsewhere, "id");
        if (household.Member(member) is not { } found) return Refuse(PersonRefusal.MemberNotFound, "member");
        return await Erase(id, member, found.DetailsOn(DateOnly.MaxValue).Person, body, by, cancellation);
    }

    private async Task<CommandReply> Erase(string id, string member, Guid person, ErasureBody body, Sender by, CancellationToken cancellation)
    {
        var stream = $"person/{person:N}";
        var happened = new PersonErased(person, id, member, body.LegalBasis.Trim(), body.RetentionEndedOn);
        var result = await audit.RecordOnce(stream, $"{stream}/erasure", by.Account, happened, cancellation);
        await keyring.Erase(person, cancellation);
        // The person may stand in more households than the one the officer named.
        foreach (var household in await households.Of(id, person, cancellation)) await log.DropSnapshot($"household/{household}", cancellation);
        var outcome = result.Outcome ?? throw new InvalidOperationException($"The erasure of a person was answered {result.Status}.");
        return new(outcome.Stream, outcome.Version, outcome.Seq, outcome.At, result.Status == AppendStatus.Repeated, null);
    }

    private static CommandReply Refuse(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
