using System.Collections.Immutable;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Households;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Aid;

/// <summary>A body of the API as the domain's support, or the field that says nothing we know.</summary>
internal static class SupportIntake
{
    private const int HashLength = 64;

    public static (Support? Support, Refused? Broken) Read(SupportBody body)
    {
        if (Terms.Find<AidField>(body.Field) is not { } field) return (null, PersonRefusal.TermUnknown.On("field"));
        if (Terms.Find<AidForm>(body.Form) is not { } form) return (null, PersonRefusal.TermUnknown.On("form"));
        if (Thousandths(body.Quantity) is not { } thousandths) return (null, AidRefusal.AmountImplausible.On("quantity"));
        if (body.Evidence.Any(hash => hash.Length != HashLength || !hash.All(char.IsAsciiHexDigitLower))) return (null, AidRefusal.EvidenceMissing.On("evidence"));
        var references = ImmutableArray.CreateBuilder<AidReference>(body.References.Count);
        foreach (var reference in body.References)
        {
            if (Terms.Find<ReferenceKind>(reference.Kind) is not { } kind) return (null, PersonRefusal.TermUnknown.On("references.kind"));
            references.Add(new(kind, reference.Number));
        }
        return (new(body.Year, field, form, body.Title, thousandths, body.Unit, body.AmountFen, body.DeliveredOn, body.Recipient, body.Pairing,
            references.ToImmutable(), [.. body.Evidence]), null);
    }

    /// <summary>Null where there are more than three decimals, or more than a trillion.</summary>
    public static long? Thousandths(decimal quantity) =>
        Math.Abs(quantity) < 1_000_000_000_000m && quantity * 1000 == decimal.Truncate(quantity * 1000) ? (long)(quantity * 1000) : null;
}
