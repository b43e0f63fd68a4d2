using System.Collections.Immutable;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring.Acts;

/// <summary>
/// Makes a command's parts out of a body's: reads terms, seals texts under the head's key, looks for evidence. The first rule broken
/// stands in <see cref="Broken"/>; the command is then not sent.
/// </summary>
internal sealed class ActIntake(string household, HouseholdStanding? standing, PersonSealer? sealer, EvidenceFiles files)
{
    private const int ListMax = 20;
    private const int TextMax = 200;

    public Refused? Broken { get; private set; }

    public bool AnyLabour => standing?.AnyLabour ?? false;

    public void Refuse(Enum refusal, string field) => Broken ??= refusal.On(field);

    public T Term<T>(string? code, string field) where T : struct, Enum
    {
        if (code is not null && Terms.Find<T>(code) is { } term) return term;
        Refuse(PersonRefusal.TermUnknown, field);
        return default;
    }

    public ImmutableArray<RiskKind> Risks(IReadOnlyList<string>? codes) =>
        Bounded(codes, "risks") ? [.. codes!.Distinct(StringComparer.Ordinal).Select(code => Term<RiskKind>(code, "risks"))] : [];

    public BasicNeeds Needs(IReadOnlyList<string>? codes)
    {
        if (!Bounded(codes, "needs")) return default;
        if (MonitoringCodes.Needs(codes!) is { } needs) return needs;
        Refuse(PersonRefusal.TermUnknown, "needs");
        return default;
    }

    /// <summary>Null where nothing was said; the rule decides whether it may be.</summary>
    public PersonalText? Text(string? text, string field)
    {
        if (text?.Trim() is not { Length: > 0 } said) return null;
        if (said.Length > TextMax) Refuse(MonitoringRefusal.TextImplausible, field);
        if (sealer is not null && standing?.Head is { } head) return new(head, new(sealer.Seal(PersonFields.Text, said)));
        if (standing is { Closed: false }) Refuse(MonitoringRefusal.HeadMissing, field); // Of a closed household the rule says more.
        return null;
    }

    public ImmutableArray<string> Evidence(IReadOnlyList<string>? hashes, string field = "evidence") =>
        Bounded(hashes, field) ? [.. hashes!.Distinct(StringComparer.Ordinal).Select(hash => Found(hash, field))] : [];

    public string Proof(string hash) => hash.Length == 0 ? "" : Found(hash, "proof");

    public string? Member(string? member)
    {
        if (member is not null && standing?.Members.Contains(member, StringComparer.Ordinal) != true) Refuse(PersonRefusal.MemberNotFound, "member");
        return member;
    }

    public string Id(string id, string field)
    {
        if (!HouseholdLimits.IsId(id)) Refuse(HouseholdRefusal.IdMalformed, field);
        return id;
    }

    // A list in JSON may hold null whatever its type says.
    private string Found(string? hash, string field)
    {
        if (hash is not null && files.Has(household, hash)) return hash;
        Refuse(MonitoringRefusal.EvidenceUnknown, field);
        return "";
    }

    private bool Bounded(IReadOnlyList<string>? items, string field)
    {
        if (items?.Count > ListMax) Refuse(MonitoringRefusal.ListTooLong, field);
        return items is not null && items.Count <= ListMax;
    }
}
